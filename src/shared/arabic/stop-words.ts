/**
 * The Arabic stop words of Apache Lucene (`ArabicAnalyzer`, stopwords.txt; list by Jacques Savoy, BSD). Only the
 * spelling listed here is a stop word: على is one, the name علي is not.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `من ومن منها منه في وفي فيها فيه و ف ثم او أو ب بها به ا أ اى اي أي أى لا ولا الا ألا إلا لكن ما وما كما فما
عن مع اذا إذا ان أن إن انها أنها إنها انه أنه إنه بان بأن فان فأن وان وأن وإن التى التي الذى الذي الذين الى
إلى إلي على عليها عليه اما أما إما ايضا أيضا كل وكل لم ولم لن ولن هى هي هو وهى وهي وهو فهى فهي فهو انت أنت لك لها
له هذه هذا تلك ذلك هناك كانت كان يكون تكون وكانت وكان غير بعض قد نحو بين بينما منذ ضمن حيث الان الآن خلال بعد قبل
حتى عند عندما لدى جميع`.split(/\s+/u),
);

/** True for words so common that they say nothing about an article. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
