/** What the main process calls the message that brings the converter its port. A file of its own: a preload is one file. */
export const CONVERTER_PORT = 'converter/port';
