// What belongs to the window around the page: the whole screen, files that are dropped, files that are handed out. The Wails
// runtime has its own ways; in a browser the standard ones are used.

import * as runtime from '../../wailsjs/runtime/runtime';

function inWindow(): boolean {
  return 'runtime' in window;
}

/** Takes the whole screen. A browser that does not allow it leaves the page as large as its window, which is enough. */
export function enterFullscreen(): void {
  if (inWindow()) runtime.WindowFullscreen();
  else void document.documentElement.requestFullscreen?.().catch(() => {});
}

export function leaveFullscreen(): void {
  if (inWindow()) runtime.WindowUnfullscreen();
  else if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
}

/** Tells when the browser gave the screen back by itself, as it does on Esc. */
export function onFullscreenLost(lost: () => void): () => void {
  const listen = () => {
    if (!document.fullscreenElement) lost();
  };
  document.addEventListener('fullscreenchange', listen);
  return () => document.removeEventListener('fullscreenchange', listen);
}

/** The browser's download of the file of a finished export. */
export function downloadExport(id: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = `exports/${encodeURIComponent(id)}/${encodeURIComponent(fileName)}`;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}

/**
 * Tells of files and folders dropped on the page: in the window by their paths, which only it knows, in a browser as files.
 * Without either listener a browser would leave the page and show the file.
 */
export function onFilesDropped(dropped: (paths: string[]) => void, handed: (files: File[]) => void): () => void {
  if (inWindow()) {
    runtime.OnFileDrop((_x, _y, paths) => dropped(paths), false);
    return () => runtime.OnFileDropOff();
  }
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    handed([...event.dataTransfer.files]);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
  };
}
