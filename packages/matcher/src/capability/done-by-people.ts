const PEOPLE =
  '人员|师傅|工友|专人|警卫|管理员|技师|技工|员工|警察|司机|教练|护理师|老师|电工|水电|志工|同仁|里民|住户|农友|工人|工读生';
const ACTS =
  '管理|管|记录|纪录|抄|巡|看|检查|检视|清洗|保养|调整|操作|轮班|填|点|登记|统计|陪|带|核对|判读|面试|批改|解说|通报|打扫|修|剪|套|收|送|开|守|值|维护|批阅|翻身|提醒|说明|包扎';
/** 「並請一位技術人員管理各棟用電」, 「由工友每週抄寫電表」; written as texts are folded. */
const BY_PEOPLE = new RegExp(`(?:由|请|聘|雇|派)[^,。;]{0,8}(?:${PEOPLE})[^,。;]{0,6}(?:${ACTS})`);
/** What says that something judges after all, or that the people are the trouble and something else is wished for. */
const OTHERWISE =
  /(?<![a-z])ai(?![a-z])|人工智|智慧|智能|辨识|识别|判|预|推估|推知|推算|侦测|检测|感测|推荐|生成|学习|自动|自行|自己|演算|模型|建模|分析|机器|电脑|程式|系统|影像|镜头|相机|资料|数据|标注|标记|app|想|有没有|能不能|可以|吗|敢|求|希望|好不好|怎么|谁/;
/** Characters: in a few words nobody says who does what. */
const MIN_LENGTH = 16;

/** Does a folded text say that people do the work, and name nothing that judges? It has an item's aim and an ordinary way to it (decision 221). */
export function isDoneByPeople(folded: string): boolean {
  return folded.length >= MIN_LENGTH && BY_PEOPLE.test(folded) && !OTHERWISE.test(folded);
}
