/**
 * The name of the message that brings the converter its port. It has a file of its own because a preload must be a
 * single file.
 */
export const CONVERTER_PORT = 'converter/port';
