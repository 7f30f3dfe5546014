import { downloadCsv } from 'c/coreDownload';

it('hands over a file that spreadsheets read as UTF-8, and keeps nothing', async () => {
  const files: Blob[] = [];
  URL.createObjectURL = jest.fn((file: Blob | MediaSource) => {
    files.push(file as Blob);
    return 'blob:file';
  });
  URL.revokeObjectURL = jest.fn();
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    expect([this.download, this.href]).toEqual(['deals.csv', 'blob:file']);
  });

  downloadCsv('deals.csv', 'Name\nMüller');

  expect(clicked).toHaveBeenCalledTimes(1);
  const bytes = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(files[0]!);
  });
  expect([...new Uint8Array(bytes).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:file');
});
