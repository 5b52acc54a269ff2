import type { Role } from '@libs/organization';

/** Everybody here is invented; the names are ones that Japanese systems get wrong (髙﨑, 𠮷田, ㈱). */
export interface CastMember {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly personKey: string;
  readonly roles: readonly Role[];
  readonly language?: 'ja' | 'en';
}

export const PASSWORD = 'kenshu-no-rei-2026';

export const BUYER = {
  name: '蒼峰デバイス株式会社', nameEn: 'Soho Devices Corporation', certificatePrefix: 'SOHO', address: '長野県松本市島立1840番地', corporateNumber: null,
  sites: [
    { name: '松本工場', nameEn: 'Matsumoto Plant', address: '長野県松本市島立1840番地' },
    { name: '大分工場', nameEn: 'Oita Plant', address: '大分県大分市松岡6700番地' },
  ],
} as const;

const buyer = (key: string, name: string, department: string, personKey: string, roles: readonly Role[]): CastMember =>
  ({ key, name, department, personKey, roles, email: `${key}@soho.example` });

export const BUYER_PEOPLE: readonly CastMember[] = [
  buyer('admin', '小野寺 恵', '情報システム部', 'S-0101', ['tenant_admin']),
  buyer('takasaki', '髙﨑 美和', '調達部', 'S-1204', ['procurement']),
  buyer('yoshida', '𠮷田 健', '生産技術部', 'S-1377', ['requester', 'confirmer']),
  buyer('kuze', '久世 正彦', '調達部', 'S-0412', ['spec_approver']),
  buyer('hamada', '濵田 剛', '物流課', 'S-2208', ['receiver']),
  buyer('nagase', '長瀬 由香', '品質保証部', 'S-1755', ['inspector']),
  buyer('watanabe', '渡邊 一郎', '生産技術部', 'S-0933', ['confirmer']),
  buyer('sakuraba', '桜庭 典子', '松本工場長室', 'S-0078', ['approver', 'risk_owner']),
  buyer('iwamoto', '岩本 聡', '内部監査室', 'S-0555', ['auditor']),
  buyer('ueno', '上野 亮', '情報セキュリティ部', 'S-1620', ['supplier_respondent', 'supplier_contact']),
  buyer('morita', '森田 浩二', '松本工場', 'S-0310', ['supplier_signer']),
];

export type Kind = 'equipment' | 'materials';
export interface Factory { readonly name: string; readonly address: string }
export interface SupplierCast {
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: Kind;
  readonly goods: string;
  readonly model: string;
  readonly sme: boolean;
  /** Family and given names of contact and signer; a small maker has one person for both. */
  readonly people: readonly [string, string?];
  readonly factories: readonly Factory[];
}

type Row = readonly [slug: string, name: string, nameEn: string, goods: string, model: string, people: string, factories: string];

const EQUIPMENT: readonly Row[] = [
  ['shinonome', '㈱東雲精機', 'Shinonome Seiki Co., Ltd.', '枚葉式洗浄装置', 'SWC-300', '髙橋 奈緒/神﨑 隆', '諏訪工場:長野県諏訪市中洲3200|熊本工場:熊本県菊池郡大津町杉水1020'],
  ['takasaki-vac', '髙﨑真空技術株式会社', 'Takasaki Vacuum Technology Corp.', '真空搬送ロボット', 'VTR-8', '髙﨑 修/大沼 理恵', '高崎工場:群馬県高崎市宿大類町700|いわき工場:福島県いわき市好間町22'],
  ['yoshida-keisoku', '𠮷田計測株式会社', 'Yoshida Metrology Inc.', '膜厚測定装置', 'YM-2000', '𠮷田 真理/栗原 進', '八王子工場:東京都八王子市石川町2951'],
  ['hokuryo', '北稜エンジニアリング株式会社', 'Hokuryo Engineering Co., Ltd.', '温調チラー', 'HC-55', '三浦 拓也/石黒 明', '札幌工場:北海道江別市工栄町14|苫小牧工場:北海道苫小牧市柏原6'],
  ['kazahaya', '風早ロボティクス株式会社', 'Kazahaya Robotics Inc.', '天井搬送車', 'OHV-12', '風早 涼/松永 豊', '浜松工場:静岡県浜松市浜名区新都田1'],
  ['tenmei', '天明プラズマ株式会社', 'Tenmei Plasma Co., Ltd.', 'プラズマエッチング装置', 'TPE-7', '辻 恵子/天野 博', '山梨工場:山梨県韮崎市穂坂町650|仙台工場:宮城県黒川郡大和町吉岡12'],
  ['mizukagami', '水鏡システムズ株式会社', 'Mizukagami Systems Corp.', '超純水供給装置', 'UPW-40', '水野 香織/加賀美 徹', '四日市工場:三重県四日市市山之一色町800'],
  ['asahina', '朝比奈光学株式会社', 'Asahina Optics Co., Ltd.', '外観検査装置', 'AOI-9', '朝比奈 優/柳 敏夫', '伊那工場:長野県伊那市西箕輪8304|静岡工場:静岡県藤枝市高柳1'],
  ['ginrei', '銀嶺制御株式会社', 'Ginrei Controls Inc.', 'ガス供給制御盤', 'GCP-3', '飯塚 忍/銀林 茂', '富山工場:富山県富山市八尾町保内1|滑川工場:富山県滑川市大掛1'],
  ['tsukishiro', '月白自動機㈱', 'Tsukishiro Automation Co., Ltd.', 'ウェハソータ', 'WS-4', '月城 渉/月城 渉', '岡谷工場:長野県岡谷市長地権現町4'],
  ['harukaze', '春風テクノ株式会社', 'Harukaze Techno Corp.', '縦型熱処理炉', 'VF-300', '春日 美咲/風間 武', '入間工場:埼玉県入間市狭山ヶ原11|秋田工場:秋田県由利本荘市石脇3'],
  ['kongo', '金剛搬送機株式会社', 'Kongo Conveyance Co., Ltd.', '自動倉庫', 'STK-20', '今野 大地/剛田 稔', '小松工場:石川県小松市工業団地1|犬山工場:愛知県犬山市大字羽黒新田5'],
  ['sazanami', '漣エレクトロニクス株式会社', 'Sazanami Electronics Inc.', 'テスタ', 'LT-88', '佐々波 純/西 功', '熊谷工場:埼玉県熊谷市御稜威ヶ原7'],
  ['ryokufu', '緑風環境装置株式会社', 'Ryokufu Environmental Systems', '排ガス除害装置', 'ABT-6', '緑川 瞳/藤枝 勉', '桑名工場:三重県桑名市多度町9|北九州工場:福岡県北九州市若松区響町1'],
  ['hoshikawa', '星川精密㈱', 'Hoshikawa Precision Co., Ltd.', 'ダイシング装置', 'DS-310', '星川 悟/星川 悟', '呉工場:広島県呉市広末広1'],
  ['kurogane', '黒鉄計装株式会社', 'Kurogane Instruments Corp.', '流量制御器', 'MFC-12', '黒木 亜美/金子 誠', '京都工場:京都府京都市南区上鳥羽2|福知山工場:京都府福知山市長田野町3'],
  ['amagiri', '天霧ソフトウェア株式会社', 'Amagiri Software Inc.', '装置監視サーバ', 'EQM-5', '霧島 翼/天野 沙織', '横浜事業所:神奈川県横浜市西区みなとみらい3'],
  ['shirakaba', '白樺モーション株式会社', 'Shirakaba Motion Co., Ltd.', '精密ステージ', 'PS-60', '白井 葵/樺山 亨', '茅野工場:長野県茅野市豊平1|飯田工場:長野県飯田市毛賀2'],
  ['oborozuki', '朧月レーザー株式会社', 'Oborozuki Laser Corp.', 'レーザーマーカ', 'LM-3', '小暮 月子/近藤 学', '春日井工場:愛知県春日井市坂下町4'],
  ['minatomachi', '湊町メンテナンス㈱', 'Minatomachi Maintenance Co., Ltd.', '保守用端末一式', 'MT-1', '湊 健太/湊 健太', '大分事業所:大分県大分市中判田5'],
];

const MATERIALS: readonly Row[] = [
  ['fuyou', '芙蓉化成株式会社', 'Fuyo Kasei Corporation', 'フォトレジスト', 'FR-193', '芙蓉 静香/内海 康', '鹿嶋工場:茨城県鹿嶋市光3|郡山工場:福島県郡山市待池台1'],
  ['aogane', '青金マテリアル株式会社', 'Aogane Materials Inc.', 'スパッタリングターゲット', 'TG-Cu', '青山 洋平/金田 律子', '磯原工場:茨城県北茨城市華川町1|相模原工場:神奈川県相模原市中央区南橋本3'],
  ['suishou', '水晶石英工業㈱', 'Suisho Quartz Industries', '石英治具', 'QZ-12', '水谷 晶/石田 英樹', '山形工場:山形県山形市漆山7'],
  ['kasumi', '霞ガス株式会社', 'Kasumi Gas Co., Ltd.', '高純度三ふっ化窒素', 'NF3-5N', '霞 直人/香取 仁', '渋川工場:群馬県渋川市金井4|周南工場:山口県周南市晴海町1'],
  ['tsuzumi', '鼓研磨材株式会社', 'Tsuzumi Abrasives Corp.', 'CMPスラリー', 'SL-70', '都築 美紀/鼓 一馬', '各務原工場:岐阜県各務原市テクノプラザ2'],
  ['yukishiro', '雪代薬品株式会社', 'Yukishiro Chemicals Inc.', '高純度ふっ化水素酸', 'HF-UP', '雪村 舞/城 和也', '泉北工場:大阪府高石市高砂1|甲府工場:山梨県甲府市下向山町2'],
  ['hinata', '日向樹脂㈱', 'Hinata Resin Co., Ltd.', '封止樹脂', 'EM-8', '日向 光/日向 光', '延岡工場:宮崎県延岡市旭町4'],
  ['karasu', '烏森包装株式会社', 'Karasumori Packaging Co., Ltd.', 'ウェハ出荷容器', 'FOSB-300', '森 さくら/烏丸 洋', '深谷工場:埼玉県深谷市折之口1'],
  ['nishijin', '西陣薄膜株式会社', 'Nishijin Thin Film Corp.', 'マスクブランクス', 'MB-6', '西陣 彩/膳所 宏', '長岡京工場:京都府長岡京市神足2'],
  ['tobishima', '飛島金属㈱', 'Tobishima Metals Co., Ltd.', 'ボンディングワイヤ', 'BW-Au', '飛島 勇/島津 律', '佐賀工場:佐賀県三養基郡みやき町1'],
];

function castOf(row: Row, index: number, kind: Kind): SupplierCast {
  const [slug, name, nameEn, goods, model, people, factories] = row;
  const [contact, signer] = people.split('/');
  return {
    code: `${kind === 'equipment' ? 'E' : 'M'}${String(1001 + index)}`, slug, name, nameEn, kind, goods, model,
    sme: name.includes('㈱'), people: contact === signer ? [contact] : [contact, signer],
    factories: factories.split('|').map((entry) => ({ name: entry.split(':')[0], address: entry.split(':')[1] })),
  };
}

export const SUPPLIERS: readonly SupplierCast[] = [
  ...EQUIPMENT.map((row, index) => castOf(row, index, 'equipment')), ...MATERIALS.map((row, index) => castOf(row, index, 'materials')),
];
