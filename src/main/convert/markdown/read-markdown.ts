import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Losses } from '../clean-text.ts';
import type { ReadDocument } from '../document.ts';
import { finishDocument } from '../finish-document.ts';
import { readBlocks } from '../markup/blocks.ts';
import { Places } from '../markup/places.ts';
import { parseMarkup } from '../markup/tree.ts';
import { Pictures } from '../pictures.ts';
import { atTheDoor } from '../refusal.ts';
import { readEncodedText } from '../text/read-text.ts';
import { readFrontMatter } from './front-matter.ts';

/** Reads CommonMark with tables and footnotes. HTML in it is parsed like a page, so that no mark-up becomes text. */
const markdown = new MarkdownIt({ html: true }).use(footnotes);
// Every link is accepted, because only its words are used; a refused address would stay in the text.
markdown.validateLink = () => true;

/** Reads a Markdown text with the details of its front matter. */
export const readMarkdown: ReadDocument = (bytes, name) =>
  atTheDoor(() => {
    const losses: Losses = { lost: 0, controls: 0 };
    const { text, remarks } = readEncodedText(bytes, losses);
    const { details, body } = readFrontMatter(text);
    const pictures = new Pictures();
    const places = new Places();
    places.findPicture = (address) => pictures.addData(address);
    return finishDocument({
      ...details,
      format: 'markdown',
      name,
      blocks: readBlocks(parseMarkup(markdown.render(body), 'html'), places),
      pictures: pictures.sources,
      isPage: false,
      remarks,
      losses,
    });
  });
