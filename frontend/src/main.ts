import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { installTransport } from './api/transport';

installTransport();

const target = document.getElementById('app');
if (target) mount(App, { target });
