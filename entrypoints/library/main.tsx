import { mountApp } from '../../surfaces/mountApp.tsx';
import './library.css';

void mountApp('library');
