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
 * Whether a drag brings files. The window's WebKitGTK lists them as addresses only and does not say whether they are files; a link
 * dragged from elsewhere looks the same there and would equally take the place of the program.
 */
export function bringsFiles(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return types.includes('Files') || (inWindow() && types.includes('text/uri-list'));
}

/**
 * Tells of files and folders dropped on the page: in the window by their paths, which only it knows, in a browser as files.
 * What is dropped never takes the place of the page. Wails leaves that to the page too (its own listeners, made by OnFileDrop,
 * know "Files" only): a table dropped on a window under WebKitGTK would be shown as text, without a way back.
 */
export function onFilesDropped(dropped: (paths: string[]) => void, handed: (files: File[]) => void): () => void {
  const desktop = inWindow();
  const over = (event: DragEvent) => {
    if (bringsFiles(event)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    if (!desktop && event.dataTransfer) handed([...event.dataTransfer.files]);
  };
  // WebKit takes the answer of the last event, and that of an element just entered is the entering.
  const moves = ['dragenter', 'dragover'] as const;
  for (const move of moves) window.addEventListener(move, over);
  window.addEventListener('drop', drop);
  if (desktop) runtime.OnFileDrop((_x, _y, paths) => dropped(paths), false);
  return () => {
    for (const move of moves) window.removeEventListener(move, over);
    window.removeEventListener('drop', drop);
    if (desktop) runtime.OnFileDropOff();
  };
}
