/** The raw way through the spooler of Windows: a small script that hands a file to winspool as it is (datatype RAW). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ran, runProgram } from './program.ts';

/**
 * Names come in environment variables, so that none of them is ever read as a command. Ends with 0 when the spooler has
 * everything, 2 when nothing was begun, 3 when the job was begun and did not end well.
 */
export const spoolerScript = `
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class DaftarSpooler {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string OutputFile; public string DataType; }
  [DllImport("winspool.drv", EntryPoint = "OpenPrinterW", SetLastError = true, CharSet = CharSet.Unicode)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", EntryPoint = "StartDocPrinterW", SetLastError = true, CharSet = CharSet.Unicode)]
  static extern int StartDocPrinter(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool AbortPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)] static extern bool ClosePrinter(IntPtr printer);
  public static int Print(string name, byte[] bytes) {
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero)) return 2;
    try {
      DocInfo info = new DocInfo { Name = "Daftar", OutputFile = null, DataType = "RAW" };
      if (StartDocPrinter(printer, 1, ref info) == 0) return 2;
      int written = 0;
      bool whole = StartPagePrinter(printer)
        && WritePrinter(printer, bytes, bytes.Length, out written) && written == bytes.Length
        && EndPagePrinter(printer);
      if (whole && EndDocPrinter(printer)) return 0;
      AbortPrinter(printer);
      return 3;
    } finally { ClosePrinter(printer); }
  }
}
'@
exit [DaftarSpooler]::Print($env:DAFTAR_PRINTER, [IO.File]::ReadAllBytes($env:DAFTAR_JOB))
`;

/** The job lies in a folder of its own, which is removed whatever happens: a receipt may name a customer. */
export async function printRawOnWindows(
  printer: string,
  bytes: Uint8Array,
  limitMilliseconds: number,
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'daftar-job-'));
  try {
    const job = join(folder, 'job.bin');
    await writeFile(job, bytes, { mode: 0o600 });
    const encoded = Buffer.from(spoolerScript, 'utf16le').toString('base64');
    return await runProgram({
      program: 'powershell.exe',
      args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
      input: new Uint8Array(),
      environment: { DAFTAR_PRINTER: printer, DAFTAR_JOB: job },
      limitMilliseconds,
    });
  } finally {
    // A virus scanner may hold the file; what became of the paper stands all the same.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}
