import type { TaxUnit } from '@aipower/registry';

/** What the fictional applications are about; two categories share the list. */
const topics: readonly (readonly [topic: string, domain: string, text: string])[] = [
  [
    '產線影像瑕疵檢測',
    'manufacturing',
    '以攝影機擷取面板影像，訓練瑕疵檢測模型，於產線即時找出刮傷與髒污，減少人工複判。',
  ],
  ['門市客服對話助理', 'retail', '以歷年客服紀錄建立問答資料，讓助理回答訂單、退換貨與門市庫存的問題。'],
  ['病歷摘要輔助', 'health', '將住院病歷整理成出院摘要草稿，由醫師確認後使用，資料去識別化後才進行訓練。'],
  ['法規問答與合約比對', 'finance', '比對合約條款與內部規範，列出差異並附上條文出處，供法務人員覆核。'],
  ['設備異常預測', 'manufacturing', '蒐集振動、溫度與電流資料，預測設備異常並建議保養時間。'],
  ['公車到站預測', 'transport', '以歷史行車與天候資料預測到站時間，提供乘客與調度人員使用。'],
  ['學習歷程回饋', 'education', '依學生作答歷程產生個別回饋，協助教師找出需要加強的單元。'],
  ['淹水通報分類', 'disaster-relief', '將民眾通報的文字與照片分類並定位，協助防災人員排定處理順序。'],
];

export const topicCount = topics.length;

/** A whole, fictional form of one company: valid by the programme's own check, or the demonstration does not start. */
export function sampleForm(
  category: string,
  { ubn, name }: { readonly ubn: string; readonly name: string },
  unit: TaxUnit | null,
  n: number,
) {
  const [topic, domain, text] = topics[n % topics.length]!;
  const person = (role: string) => `示範${role}${n + 1}`;
  const common = {
    category,
    companyName: name,
    ubn,
    establishedOn: unit?.taxRegisteredOn ?? '2015-03-02',
    paidInCapital: unit?.capital ?? 1_000_000,
    representative: person('代表'),
    employees: 8 + n,
    address: unit?.address ?? '臺北市示範路１號',
    leaderName: person('主持'),
    leaderPhone: '02-12345678#101',
    leaderTitle: '技術長',
    leaderEmail: `leader${n}@example.org`,
    contactName: person('聯絡'),
    contactPhone: '02-12345678#102',
    contactTitle: '專案經理',
    contactEmail: `contact${n}@example.org`,
    contactMobile: '0912345678',
    industries: ['J62'],
    companyProfile: `1. 營業項目：資訊服務。2. 主要產品或服務：${topic}。3. 產品或服務主要銷售區域：臺灣。`,
    personalDataConsent: true,
    declarationAccepted: true,
    topic: `示範：${topic}`,
    domains: [domain],
    importance: `${text}目前以人工處理，費時且標準不一，因此需要以自有資料調整模型。`,
    opportunity: '完成後以雲端服務提供同業使用，並與系統整合業者合作推廣。',
    benefits: '預計縮短處理時間三成，並降低重工。',
    applicationsProduced: 1,
    reportConsent: true,
    ...Object.fromEntries(noneFields.map((id) => [id, '無'])),
    registrationInformationSecurity: 'no',
    customers: ['sme'],
    productProgress: ['shown'],
    productForms: ['cloud'],
    billingUnits: ['user'],
    billingPeriod: 'month',
    otherNeeds: '無',
    pledgeAccepted: true,
    categoryConfirmed: true,
  };
  if (category === 'inference') {
    return { ...common, apiModels: ['Gemma 4 31B'], scenario: `${text}以現有模型推論，回應時間在三秒內。` };
  }
  return {
    ...common,
    modelName: '無',
    modelVersion: '無',
    modelUrl: '無',
    baseModel: '無',
    noCodeModels: ['Llama-3.1-TAIDELX-8B-Lora'],
    apiModels: ['none'],
    datasetTextTokens: 2_000_000 + n * 10_000,
    datasetSpeechHours: 0,
    datasetVideoHours: 0,
    datasetVideoPixels: '0',
    datasetImages: 0,
    datasetImagePixels: '0',
    datasetDescription: '自有紀錄，已去識別化並完成標註。',
    modelsProduced: 1,
  };
}

const noneFields = [
  'bonusMou',
  'bonusDeck',
  'bonusDatasetHuggingFace',
  'bonusDatasetGitHub',
  'bonusModelHuggingFace',
  'bonusModelGitHub',
  'registrationThirdPartyPayment',
  'registrationESignature',
  'registrationDataEconomy',
  'registrationAi',
  'registrationInformationService',
];
