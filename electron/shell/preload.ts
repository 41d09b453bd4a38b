/** The only door between the page and the till: two functions that carry messages, and nothing of Electron itself. */
import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('daftarBridge', {
  /** Hands one message of the contract to the till. */
  send(message: unknown): void {
    ipcRenderer.send('rpc', message);
  },
  /** Calls back with every message of the till. */
  onMessage(callback: (message: unknown) => void): void {
    ipcRenderer.on('rpc', (_event, message: unknown) => callback(message));
  },
});
