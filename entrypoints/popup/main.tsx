import { mountApp } from '../../surfaces/mountApp.tsx';
import './popup.css';

void mountApp('popup');
