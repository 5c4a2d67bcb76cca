import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { atlas } from './api/atlas';
import { installTransport } from './api/transport';

installTransport();

const target = document.getElementById('app');
if (target) mount(App, { target, props: { atlas } });
