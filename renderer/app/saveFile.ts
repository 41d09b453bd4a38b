/** Gives the user a file that the page made: the browser or the desktop window puts it where downloads go. */

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; earlier some browsers would lose it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
