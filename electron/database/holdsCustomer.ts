/** Looks into a copy of the shop, of whatever version, for customers who should be in it no more. */
import Sqlite from 'better-sqlite3';

/** Whether any of these customers still has a name or a phone there; a file that cannot be read might. */
export function holdsCustomer(file: string, ids: readonly string[]): boolean {
  try {
    const handle = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      const ask = handle.prepare<[string], { name: string; phone: string | null }>(
        'select name, phone from customer where id = ?',
      );
      return ids.some((id) => {
        const row = ask.get(id);
        return row !== undefined && (row.name !== '' || row.phone !== null);
      });
    } finally {
      handle.close();
    }
  } catch {
    return true;
  }
}
