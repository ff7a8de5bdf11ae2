/** Takes the requested pictures, writes them, and records which ones exist. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EVERYDAY_LOOKS, type Look, type Picture, pictureName } from './looks.ts';
import { type Bitmap, encodePalettePng } from './palette-png.ts';
import type { PictureApp } from './picture-app.ts';

/** Brings the app to the scene that is to be photographed. */
export type Show = (app: PictureApp) => Promise<unknown>;

export interface CameraOptions {
  /** The folder for the pictures. */
  readonly folder: string;
  /** Beginnings of the names of requested scenes; none means all scenes. */
  readonly wanted: readonly string[];
  /** True for each scene in every everyday look, instead of in the looks that it names. */
  readonly inEveryLook?: boolean;
}

export class Camera {
  readonly taken: Picture[] = [];
  /** Names of all files written, in order. */
  readonly files: string[] = [];
  /** Total size of all pictures, bytes. */
  bytes = 0;
  /** Names of the pictures that could not be taken. */
  readonly failed: string[] = [];
  private readonly options: CameraOptions;

  constructor(options: CameraOptions) {
    this.options = options;
  }

  wants(scene: string): boolean {
    const { wanted } = this.options;
    return wanted.length === 0 || wanted.some((start) => scene.startsWith(start));
  }

  /** True when a scene whose name begins so may be requested. */
  wantsAny(starts: readonly string[]): boolean {
    const { wanted } = this.options;
    const fits = (start: string) =>
      wanted.some((each) => each.startsWith(start) || start.startsWith(each));
    return wanted.length === 0 || starts.some(fits);
  }

  /** The looks of a scene: those that it names, or every look when every look is wanted. */
  looksOf(named: readonly Look[]): readonly Look[] {
    return this.options.inEveryLook ? EVERYDAY_LOOKS : named;
  }

  /** Takes a scene in the look that it names, or once in every look when every look is wanted. */
  async take(app: PictureApp, scene: string, look: Look, show: Show): Promise<void> {
    if (!this.wants(scene)) return;
    const isRepeated = this.taken.some((picture) => picture.scene === scene);
    if (this.options.inEveryLook && isRepeated) return;
    for (const each of this.looksOf([look])) await this.takeIn(app, scene, each, show);
  }

  /** Sets the app to a look, lets it show the scene, and takes the picture. */
  async takeIn(app: PictureApp, scene: string, look: Look, show: Show): Promise<void> {
    const picture = { scene, ...look };
    try {
      await app.wear(look);
      await show(app);
    } catch (error) {
      // The other pictures may still succeed.
      this.failed.push(pictureName(picture));
      process.stdout.write(`${pictureName(picture)}  FAILED: ${String(error)}\n`);
      return;
    }
    await this.keepAs(`${pictureName(picture)}.png`, await app.photograph());
    this.taken.push(picture);
  }

  /** Writes a picture that was taken in another way, such as a printed page. */
  async keepAs(file: string, bitmap: Bitmap): Promise<void> {
    const bytes = encodePalettePng(bitmap);
    await writeFile(join(this.options.folder, file), bytes);
    this.files.push(file);
    this.bytes += bytes.length;
    process.stdout.write(`${file}  ${Math.ceil(bytes.length / 1024)} KB\n`);
  }
}
