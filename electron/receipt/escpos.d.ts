/** The part of escpos 3.0.0-alpha.6 that the till uses; the package has no types. Symbols, drawer and code pages are ours. */
declare module 'escpos' {
  interface Printer {
    /** Appends bytes as they are. Only a Buffer: any other byte array is written as the words `1,2,3`. */
    print(bytes: Buffer): Printer;
    newLine(): Printer;
    /** 0 is the normal size and 1 the double, unlike the package's own examples. */
    size(width: 0 | 1, height: 0 | 1): Printer;
    /** 0 feeds one line. */
    feed(lines: number): Printer;
    /** Feeds `feedLines` lines (0 feeds three), then cuts; `partial` leaves a small bridge. */
    cut(partial: boolean, feedLines: number): Printer;
    /** Hands everything collected so far to the device's `write`. */
    flush(): Printer;
  }

  interface Device {
    write(bytes: Buffer): void;
  }

  const escpos: {
    new (device: Device, options?: { readonly width?: number; readonly encoding?: string }): Printer;
    readonly command: {
      readonly TEXT_FORMAT: { readonly TXT_BOLD_ON: string; readonly TXT_BOLD_OFF: string };
    };
  };
  export default escpos;
}
