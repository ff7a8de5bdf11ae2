import { foldWord } from './fold.ts';
import { spellingKey } from './spelling.ts';

/**
 * Names that newspapers spell in more than one way, one name a line. The list is our own, from the well-known
 * variants of the style guides (g as غ, ج, ك or گ; o as و or nothing; p as ب; v as ف or ڤ). A search for either
 * spelling finds both, at the layer `spelling`, with or without the article.
 */
const LINES = `
كردستان كوردستان
كردي كوردي
كردية كوردية
كرد كورد
كردستاني كوردستاني
كردستانية كوردستانية
بيشمركة بيشمرگة پيشمركة پێشمەرگە بشمركة بيشمرجة
برزاني بارزاني
طالباني تالباني
سليمانية سليمانيا
كوباني كوبانه
قامشلي قامشلو
حلبجة هلبجة
سنجار شنكال شنگال
آسايش أسايش اسايش
أوجلان أوجالان اوجلان
أردوغان أردوجان إردوغان اردوكان
واشنطن واشنطون
بريطانيا بريتانيا
إنجلترا انكلترا إنكلترا انجلترة
إنجليزي إنكليزي
إنجليزية إنكليزية
إنجليز إنكليز
بلجيكا بلجيكة
أمريكا أميركا
أمريكي أميركي
أمريكية أميركية
أمريكيون أميركيون
أمريكيين أميركيين
أفريقيا إفريقيا أفريقية
أفريقي إفريقي
أوروبا أوربا اوروبا
أوروبي أوربي
أوروبية أوربية
أستراليا استراليا
أوكرانيا اوكرانيا أكرانيا
غوغل جوجل قوقل كوكل
فيسبوك فايسبوك
يوتيوب يوتوب
تويتر توتير
إنترنت انترنيت إنترنيت
تلفزيون تلفاز تليفزيون
تلفون تليفون
كورونا كرونا
هونغ هونج
كونغ كونج
كونغو كونجو
بلغاريا بلجاريا
برتغال بورتغال
برتغالي بورتغالي
أرجنتين أرجنتينا
شيكاغو شيكاجو
غرينتش جرينتش
غانا جانا
غامبيا جامبيا
غينيا جينيا
أنغولا أنجولا
سنغافورة سنجابور سنغافوره
سنغال سينغال
يوغوسلافيا يوجوسلافيا
هنغاريا هنجاريا
غورباتشوف جورباتشوف
غاندي جاندي
ريغان ريجان
بوتين بوتن
هيغل هيجل
غوته جوته
بيجين بكين
تشيكوسلوفاكيا تشيكسلوفاكيا
طهران تهران
أذربيجان اذربيجان آذربيجان
أصفهان أصبهان إصفهان
جيورجيا جورجيا
قرغيزستان قيرغيزستان
أوزبكستان اوزباكستان أوزباكستان
كازاخستان قازاخستان كازخستان
طاجكستان طاجيكستان
تركمانستان تركمنستان
`;

const VARIANTS = buildVariants();

/** Returns the spelling keys of a name's other known spellings. Keys are given and returned without the article. */
export function nameVariants(key: string): readonly string[] {
  return VARIANTS.get(key) ?? [];
}

function buildVariants(): Map<string, readonly string[]> {
  const variants = new Map<string, readonly string[]>();
  for (const line of LINES.trim().split('\n')) {
    const keys = [...new Set(line.split(' ').map((name) => spellingKey(foldWord(name))))];
    for (const key of keys) {
      const others = keys.filter((other) => other !== key);
      if (others.length > 0) variants.set(key, others);
    }
  }
  return variants;
}
