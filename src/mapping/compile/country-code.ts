import { normalizeName } from '../../text/normalize-name.ts';

/**
 * Prepares the reading of countries: ISO 3166 codes with two and three letters, vehicle registration codes (common in German
 * lists), and names in seven languages. Returns the two-letter code, or null. Numbers are not read: they are ids of the source.
 */
export function countryReader(): (text: string) => string | null {
  const codes = new Map<string, string>();
  const pairs = ALPHA_2_AND_3.join(' ').split(' ');
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const pair of pairs) {
      const code = pair.slice(0, 2);
      const name = names.of(code);
      if (name !== undefined) codes.set(normalizeName(name), code);
    }
  }
  for (const [code, names] of Object.entries(OTHER_NAMES)) {
    for (const name of names) codes.set(normalizeName(name), code);
  }
  for (const pair of pairs) {
    codes.set(pair.slice(0, 2).toLowerCase(), pair.slice(0, 2));
    codes.set(pair.slice(2).toLowerCase(), pair.slice(0, 2));
  }
  return (text) => codes.get(normalizeName(text)) ?? null;
}

const LANGUAGES = ['de', 'en', 'fr', 'it', 'es', 'nl', 'pl'];

/** Vehicle registration codes that differ from ISO 3166, and names that are not in Unicode's list. */
const OTHER_NAMES: { readonly [code: string]: readonly string[] } = {
  AT: ['A'],
  BE: ['B'],
  CH: ['Schweizerische Eidgenossenschaft'],
  CZ: ['Tschechische Republik', 'Czech Republic'],
  DE: ['D', 'BRD', 'Bundesrepublik Deutschland', 'Federal Republic of Germany'],
  ES: ['E'],
  FI: ['SF'],
  FR: ['F'],
  GB: ['UK', 'England', 'Großbritannien', 'Great Britain', 'Scotland', 'Schottland', 'Wales', 'Northern Ireland'],
  HU: ['H'],
  IT: ['I'],
  LI: ['FL'],
  LU: ['L'],
  NL: ['Holland', 'The Netherlands'],
  NO: ['N'],
  PT: ['P'],
  SE: ['S'],
  SI: ['SLO'],
  TR: ['Turkey'],
  US: ['USA', 'Vereinigte Staaten von Amerika', 'United States of America'],
  XK: ['XK', 'XKX', 'Kosovo'],
};

/** ISO 3166-1: each two-letter code followed by its three-letter code. */
const ALPHA_2_AND_3 = [
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD',
  'BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN',
  'CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU',
  'DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB',
  'GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG',
  'HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN',
  'KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU',
  'LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR',
  'MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL',
  'OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB',
  'RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP',
  'SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN',
  'TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF',
  'ZMZMB ZWZWE',
];
