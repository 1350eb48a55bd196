/**
 * Traditional characters of firm, product and place names with their simplified forms, in pairs;
 * one to one only (後 also means 后, 乾 also 干: such words are left alone). Not a converter: it lets
 * a query from Taiwan or Hong Kong meet a name from the mainland.
 */
const PAIRS =
  '電电車车業业產产機机長长門门開开關关學学術术國国際际東东華华廣广灣湾臺台龍龙鳳凤馬马魚鱼鳥鸟貝贝見见頁页風风飛飞銀银鐵铁鋼钢銅铜鋁铝鋰锂鈷钴鎳镍' +
  '錳锰鈦钛鎢钨錫锡鋅锌鉬钼鍺锗鎵镓銦铟鈉钠鉀钾鈣钙鎂镁鋯锆鏈链鏡镜鍋锅鍛锻鑄铸鍵键錄录針针釘钉釣钓鈔钞鈴铃銳锐銷销鋒锋鋪铺錢钱鍍镀鎖锁鎮镇鐘钟鑽钻' +
  '鑰钥絲丝線线紅红綠绿經经紙纸級级紡纺織织絡络統统絕绝維维網网綜综緊紧編编緩缓練练縣县縱纵總总績绩繼继續续纖纤計计訂订記记訊讯設设許许評评試试詢询' +
  '話话認认語语說说調调談谈請请論论證证識识議议護护譯译讓让貨货貿贸費费資资賓宾賽赛質质購购貴贵買买賣卖財财責责貢贡貸贷賃赁贏赢軟软軌轨軍军軸轴載载' +
  '輔辅輕轻輛辆輪轮輸输轉转轎轿軋轧輻辐鄉乡鄧邓鄭郑鄰邻郵邮醫医釀酿醬酱陳陈陸陆陽阳陰阴隊队階阶險险隨随隱隐雙双雜杂離离難难雲云霧雾靈灵靜静韋韦韓韩' +
  '響响頂顶項项順顺須须預预領领頭头頻频題题額额顏颜願愿類类顯显飯饭飲饮飼饲飾饰飽饱養养餅饼館馆餘余驅驱驗验驛驿駕驾騎骑鮮鲜鯨鲸鷹鹰鴻鸿麗丽麥麦黃黄' +
  '點点齊齐齒齿龜龟個个們们倉仓億亿價价偉伟側侧傳传債债傷伤備备優优儀仪儲储兒儿兩两內内冊册冪幂凍冻凱凯劃划劇剧劑剂劉刘創创剛刚動动務务勝胜勞劳勢势' +
  '勵励區区協协單单啟启員员問问嗎吗嚴严圍围園园圖图團团圓圆堅坚報报場场塊块塗涂塵尘墊垫壓压壩坝壺壶夾夹奪夺奧奥媽妈孫孙寧宁實实寶宝寬宽審审專专將将' +
  '導导對对層层屬属島岛嶺岭帶带幣币幫帮廟庙廠厂廢废廳厅張张彈弹強强彙汇從从復复徵征徹彻態态慶庆憲宪應应懷怀戰战戶户擇择擔担據据擴扩擺摆擠挤揚扬換换' +
  '損损數数敵敌斷断時时晉晋曆历曉晓書书會会條条極极構构樣样標标樓楼橋桥檢检檔档櫃柜歐欧歲岁歷历殘残殼壳氣气氫氢氬氩決决沒没況况淨净淺浅測测湯汤準准' +
  '溝沟溫温滬沪滿满漁渔漢汉潔洁濟济濾滤濱滨瀋沈瀏浏災灾為为烏乌無无煙烟熱热營营爐炉爾尔獎奖環环現现瑪玛瓊琼畫画異异當当療疗發发監监盤盘盧卢眾众礦矿' +
  '碼码磚砖確确禮礼種种稱称積积穩稳競竞筆笔節节範范築筑簡简籃篮籌筹糧粮係系純纯結结給给聯联聲声職职聽听腦脑腸肠膠胶臉脸與与興兴舊旧舉举艦舰藝艺莊庄' +
  '萬万葉叶蒼苍蓋盖蔣蒋蘇苏蘭兰藍蓝薩萨藥药蘋苹虛虚號号蟲虫衛卫補补裝装製制複复親亲覺觉觀观規规視视覽览觸触訓训貼贴趙赵躍跃較较辦办農农邊边達达過过' +
  '運运還还進进連连遠远選选適适遷迁遞递體体蝕蚀矽硅'

const toSimplified = new Map<string, string>()
for (let at = 0; at < PAIRS.length; at += 2)
  toSimplified.set(PAIRS.charAt(at), PAIRS.charAt(at + 1))
const TRADITIONAL = new RegExp(`[${[...toSimplified.keys()].join('')}]`, 'g')

/** The text with the traditional characters of the table in their simplified form. */
export function simplified(text: string): string {
  return text.replace(TRADITIONAL, (character) => toSimplified.get(character) ?? character)
}
