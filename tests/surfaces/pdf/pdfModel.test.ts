import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../../../domain/failure.ts';
import type { PdfDocument } from '../../../surfaces/pdf/pdfDocument.ts';
import { pdfModel } from '../../../surfaces/pdf/pdfModel.ts';
import type { PdfPages } from '../../../surfaces/pdf/pdfPages.ts';

const WEB = 'https://a.example/b.pdf';
const aFile = (name = 'mine.pdf') => new File(['%PDF'], name);

function started({
  fetched = async () => ok(new Uint8Array(1)),
  fingerprint = 'f00',
  opened,
  hasText = true,
}: {
  readonly fetched?: () => Promise<Result<Uint8Array>>;
  readonly fingerprint?: string;
  readonly opened?: Result<PdfDocument>;
  readonly hasText?: boolean;
} = {}) {
  const document = { pageCount: 3, fingerprint, metadata: async () => ({ info: {}, xmp: () => undefined }) };
  const onShown = vi.fn();
  const model = pdfModel({
    fetchPdf: fetched,
    // what the model itself asks of them
    openPdf: async () => opened ?? ok(document as unknown as PdfDocument),
    createPages: async () => ({ isRead: Promise.resolve(hasText) }) as unknown as PdfPages,
    onShown,
  });
  const addresses = (): string[] => onShown.mock.calls.map(([{ source }]) => source.address);
  return { model, addresses, onShown };
}

describe('the view of a PDF', () => {
  it('shows what its address names, under that address', async () => {
    const { model, addresses } = started();
    await model.openAddress(WEB);
    expect(model.state.value.at).toBe('open');
    expect(addresses()).toEqual([WEB]);
  });
  it('says that pictures of text can’t be selected, once all of it was read', async () => {
    const { model } = started({ hasText: false });
    await model.openAddress(WEB);
    expect(model.state.value).toMatchObject({ at: 'open', hasText: false });
  });
  it('asks for a file of the device, and for nothing else, when it names one', async () => {
    const { model } = started();
    await model.openAddress('file:///home/me/tides%20of%20spring.pdf');
    expect(model.state.value).toEqual({ at: 'on-device', name: 'tides of spring.pdf' });
    await model.openAddress(undefined);
    expect(model.state.value).toEqual({ at: 'start' });
  });
  it('takes the chosen file for what its address names', async () => {
    const { model, addresses } = started({ fetched: async () => fail('pdf-out-of-reach') });
    await model.openAddress(WEB);
    expect(model.state.value).toMatchObject({ at: 'failed', failure: { code: 'pdf-out-of-reach' } });
    await model.openFile(aFile());
    expect(addresses()).toEqual([WEB]);
  });
  it('knows a chosen file again by its fingerprint, and takes another one for another PDF', async () => {
    const { model, addresses } = started();
    await model.openAddress('file:///mine.pdf?pdf=f00');
    await model.openFile(aFile());
    await model.openAddress('file:///mine.pdf?pdf=0ther');
    await model.openFile(aFile());
    expect(addresses()).toEqual(['file:///mine.pdf?pdf=f00', 'file:///mine.pdf?pdf=f00']);
  });
  it('takes a file in the place of what is shown for another PDF, and ends the first', async () => {
    const { model, addresses, onShown } = started();
    await model.openAddress(WEB);
    await model.openFile(aFile('other.pdf'));
    expect(addresses()).toEqual([WEB, 'file:///other.pdf?pdf=f00']);
    expect(onShown.mock.calls[0]?.[0].end.aborted).toBe(true);
    expect(onShown.mock.calls[1]?.[0].end.aborted).toBe(false);
  });
  it('says why a file is not shown, and asks for another', async () => {
    const { model } = started({ opened: fail('pdf-locked') });
    await model.openFile(aFile());
    expect(model.state.value).toMatchObject({ at: 'start', failure: { code: 'pdf-locked' } });
  });
  it('forgets an address that comes late, after another one was asked for', async () => {
    const answer = Promise.withResolvers<Result<Uint8Array>>();
    const { model, addresses } = started({ fetched: () => answer.promise });
    const late = model.openAddress(WEB);
    await model.openFile(aFile());
    answer.resolve(ok(new Uint8Array(1)));
    await late;
    expect(addresses()).toEqual([WEB]);
    expect(model.state.value.at).toBe('open');
  });
});
