import { mountComposer } from '../../surfaces/mountComposer.tsx';

/**
 * The same composer for the extension's own windows and pages. Not the framed file: Chrome gives that
 * one a changing address which only web pages are let in by.
 */
mountComposer();
