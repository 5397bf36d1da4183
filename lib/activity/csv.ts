/**
 * Rows → the text of a CSV file, for spreadsheets. Pure.
 *
 * RFC 4180: comma between fields, CRLF after each row, a field with comma, quote or line break in quotes, quotes doubled.
 * A byte order mark comes first, because Excel reads UTF-8 only with it. A cell that a spreadsheet would run as a formula
 * (OWASP, "CSV Injection") gets an apostrophe in front, so that it stays text. A number is a number, also below nought.
 */
export const byteOrderMark = '\uFEFF'

/** @param rows of cells, the header first */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** also a text that already begins with such an apostrophe, so that whoever reads the file again can take exactly one away */
const formula = /^'*\s*[=+\-@\t\r＝＋－＠]/

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  // the semicolon separates fields where the comma is the decimal sign; in quotes it does no harm
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
