import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { ReportType } from '@/lib/contracts/http/attendance-report';
import type { Locale } from '@/lib/contracts/http/locale';
import type { ReportRow } from './report-rows';
import { reportTexts } from './report-texts';

/** Letters of Latin (all of Europe, Vietnamese) and Cyrillic; what it does not have is drawn as an empty box. */
const FONT = path.join('node_modules', 'geist', 'dist', 'fonts', 'geist-sans', 'Geist-Regular.ttf');
const [MARGIN, LINE, BOTTOM] = [36, 13, 790];

const columns = [
  { name: 'date', width: 56, of: (row: ReportRow) => row.date },
  { name: 'time', width: 66, of: (row: ReportRow) => `${row.start_time}–${row.end_time}` },
  { name: 'course', width: 62, of: (row: ReportRow) => row.course },
  { name: 'student', width: 130, of: (row: ReportRow) => row.student },
  { name: 'number', width: 60, of: (row: ReportRow) => row.register_no ?? '' },
  { name: 'status', width: 60, of: null },
  { name: 'remark', width: 89, of: (row: ReportRow) => [row.title, row.remark].filter(Boolean).join(' – ') },
] as const;

interface ReportHead {
  readonly type: ReportType;
  readonly subject: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly locale: Locale | null;
}

/** Marks as a table on pages of A4. Other work goes on between its pages. */
export async function reportPdf(rows: readonly ReportRow[], head: ReportHead): Promise<Buffer> {
  const text = reportTexts(head.locale);
  const title = text.titles[head.type](head.subject);
  const document = new PDFDocument({ size: 'A4', margin: MARGIN, font: FONT, info: { Title: title } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise((resolve, reject) => document.on('end', resolve).on('error', reject));

  document.fontSize(15).text(title, MARGIN, MARGIN, { width: 523, height: 20, ellipsis: true });
  const dates = text.dates(head.dateFrom, head.dateTo);
  document.fontSize(9).text(`${dates} · ${text.marks(rows.length)}`, MARGIN, MARGIN + 22);
  let y = drawLine(document, MARGIN + 44, ({ name }) => text.headings[name]);
  if (rows.length === 0) document.text(text.none, MARGIN, y + 4);
  let page = 1;
  for (const row of rows) {
    if (y > BOTTOM) {
      await setImmediate();
      document.addPage();
      page += 1;
      document.fontSize(8).text(`${title} · ${text.page(page)}`, MARGIN, MARGIN - 14, {
        width: 523,
        height: 10,
        ellipsis: true,
      });
      y = drawLine(document, MARGIN + 4, ({ name }) => text.headings[name]);
    }
    const status = row.custom_code || text.statuses[row.status];
    y = drawLine(document, y, ({ of }) => (of === null ? status : of(row)));
  }
  document.end();
  await written;
  return Buffer.concat(chunks);
}

/** One line of cells and the hairline below it; where the next begins. */
function drawLine(
  document: PDFKit.PDFDocument,
  y: number,
  cellOf: (column: (typeof columns)[number]) => string,
): number {
  document.fontSize(8);
  let x = MARGIN;
  for (const column of columns) {
    const cell = cellOf(column).replaceAll(/\s+/g, ' ');
    if (cell !== '') document.text(cell, x, y + 2, { width: column.width - 4, height: 9, ellipsis: true });
    x += column.width;
  }
  document
    .moveTo(MARGIN, y + LINE)
    .lineTo(x, y + LINE)
    .lineWidth(0.3)
    .strokeColor('#bbbbbb')
    .stroke();
  return y + LINE;
}
