import { mountApp } from '../../surfaces/mountApp.tsx';
import './sidepanel.css';

void mountApp('sidepanel');
