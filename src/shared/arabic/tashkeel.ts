/** Vowel signs and Quranic marks, without tatweel and without the hamzas and maddas that are part of a letter. */
const TASHKEEL =
  /([\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+)/u;

/** Splits a text into alternating parts, letters first and signs second. Joined, the parts are exactly the text. */
export const splitTashkeel = (text: string): readonly string[] => text.split(TASHKEEL);
