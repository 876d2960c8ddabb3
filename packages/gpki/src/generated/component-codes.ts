// Generated from data/gpki/component-codes.yml by packages/gpki/scripts. Edit the data, then npm run generate.

/** `ret_code` of the component. errorcode.js of the component, as published in public code, 2026-11-26. */
export const returnCodes = [
  {"id":"no-key","code":1979711489,"zh":"未輸入金鑰","en":"no key was given","nextStep":"report"},
  {"id":"no-certificate","code":1979711490,"zh":"未輸入憑證","en":"no certificate was given","nextStep":"report"},
  {"id":"no-message","code":1979711491,"zh":"未輸入待簽訊息","en":"nothing to sign was given","nextStep":"report"},
  {"id":"no-cipher-text","code":1979711492,"zh":"未輸入密文","en":"no cipher text was given","nextStep":"report"},
  {"id":"no-library-path","code":1979711493,"zh":"未輸入函式庫檔案路徑","en":"no path of the card library was given","nextStep":"reinstall"},
  {"id":"no-card","code":1979711494,"zh":"未插入IC卡","en":"no card in the reader","nextStep":"insert-card"},
  {"id":"not-logged-in","code":1979711495,"zh":"未登入","en":"not logged in to the card","nextStep":"try-again"},
  {"id":"wrong-type","code":1979711496,"zh":"型態錯誤","en":"wrong type","nextStep":"report"},
  {"id":"file-error","code":1979711497,"zh":"檔案錯誤","en":"file error","nextStep":"reinstall"},
  {"id":"file-too-large","code":1979711498,"zh":"檔案過大","en":"file too large","nextStep":"report"},
  {"id":"bad-json","code":1979711499,"zh":"JSON格式錯誤","en":"the request is not JSON","nextStep":"report"},
  {"id":"bad-parameter","code":1979711500,"zh":"參數錯誤","en":"wrong parameter","nextStep":"report"},
  {"id":"program-failed","code":1979711501,"zh":"執行檔錯誤或逾時","en":"the component failed or took too long","nextStep":"restart"},
  {"id":"method-not-supported","code":1979711502,"zh":"不支援的方法","en":"the component does not know this request","nextStep":"update"},
  {"id":"domain-forbidden","code":1979711503,"zh":"禁止存取的網域","en":"this site is not trusted by the component","nextStep":"trust-site"},
  {"id":"site-not-trusted","code":1979711537,"zh":"在未授權的網站執行元件","en":"this site is not trusted by the component","nextStep":"trust-site"},
  {"id":"no-pin","code":1979713944,"zh":"未輸入PIN碼","en":"no PIN was entered","nextStep":"enter-pin"},
  {"id":"cancelled","code":1979713945,"zh":"使用者已取消動作","en":"cancelled","nextStep":"try-again"},
  {"id":"library-not-loaded","code":1980760065,"zh":"無法載入IC卡函式庫檔案","en":"the card library could not be loaded","nextStep":"reinstall"},
  {"id":"library-not-closed","code":1980760066,"zh":"結束IC卡函式庫失敗","en":"the card library could not be closed","nextStep":"restart"},
  {"id":"no-reader","code":1980760067,"zh":"無可用讀卡機","en":"no card reader","nextStep":"connect-reader"},
  {"id":"reader-unreadable","code":1980760068,"zh":"取得讀卡機資訊失敗","en":"the reader could not be read","nextStep":"connect-reader"},
  {"id":"no-session","code":1980760069,"zh":"取得session失敗","en":"no session with the card","nextStep":"insert-card"},
  {"id":"card-login-failed","code":1980760070,"zh":"IC卡登入失敗","en":"the card refused the PIN","nextStep":"enter-pin"},
  {"id":"card-logout-failed","code":1980760071,"zh":"IC卡登出失敗","en":"logging out of the card failed","nextStep":"restart"},
  {"id":"key-not-read","code":1980760072,"zh":"IC卡取得金鑰失敗","en":"the key could not be read from the card","nextStep":"insert-card"},
  {"id":"certificate-not-read","code":1980760073,"zh":"IC卡取得憑證失敗","en":"the certificate could not be read from the card","nextStep":"insert-card"},
  {"id":"library-info-failed","code":1980760074,"zh":"取得函式庫資訊失敗","en":"the card library gave no information","nextStep":"reinstall"},
  {"id":"card-info-failed","code":1980760075,"zh":"IC卡卡片資訊失敗","en":"the card gave no information","nextStep":"insert-card"},
  {"id":"certificate-not-found","code":1980760076,"zh":"找不到指定憑證","en":"the card has no such certificate","nextStep":"use-company-card"},
  {"id":"key-not-found","code":1980760077,"zh":"找不到指定金鑰","en":"the card has no such key","nextStep":"use-company-card"},
  {"id":"ca-not-supported","code":1981808648,"zh":"不支援的CA","en":"the component does not support this issuer","nextStep":"use-company-card"},
  {"id":"sign-start","code":1982857217,"zh":"簽章初始錯誤","en":"signing could not start","nextStep":"try-again"},
  {"id":"sign-type","code":1982857218,"zh":"簽章型別錯誤","en":"wrong type of signature","nextStep":"report"},
  {"id":"sign-content","code":1982857219,"zh":"簽章內容錯誤","en":"wrong content to sign","nextStep":"report"},
  {"id":"sign-run","code":1982857220,"zh":"簽章執行錯誤","en":"signing failed","nextStep":"try-again"},
  {"id":"sign-certificate","code":1982857221,"zh":"簽章憑證錯誤","en":"wrong certificate for signing","nextStep":"use-company-card"},
  {"id":"sign-der","code":1982857222,"zh":"簽章DER錯誤","en":"the signature could not be encoded","nextStep":"try-again"},
  {"id":"sign-end","code":1982857223,"zh":"簽章結束錯誤","en":"signing could not end","nextStep":"try-again"},
  {"id":"sign-check","code":1982857224,"zh":"簽章驗證錯誤","en":"the signature does not verify","nextStep":"try-again"},
  {"id":"sign-output","code":1982857225,"zh":"簽章BIO錯誤","en":"the signature could not be written","nextStep":"try-again"},
  {"id":"certificate-not-yet-valid","code":1984954369,"zh":"憑證尚未生效","en":"the certificate is not valid yet","nextStep":"check-clock"},
  {"id":"certificate-expired","code":1984954370,"zh":"憑證已逾期","en":"the certificate has expired","nextStep":"renew-card"},
  {"id":"base64-encode","code":1986002945,"zh":"Base64編碼錯誤","en":"Base64 encoding failed","nextStep":"report"},
  {"id":"base64-decode","code":1986002946,"zh":"Base64解碼錯誤","en":"Base64 decoding failed","nextStep":"report"},
] as const;

/** `last_error` of the component, as a signed 32-bit number. */
export const lastErrors = [
  {"id":"function-failed","code":6,"zh":"函式失敗","en":"the card library failed","nextStep":"insert-card","triesLeft":null},
  {"id":"pin-wrong","code":160,"zh":"PIN碼錯誤","en":"wrong PIN","nextStep":"enter-pin","triesLeft":null},
  {"id":"pin-length","code":162,"zh":"PIN碼長度錯誤","en":"wrong length of the PIN","nextStep":"enter-pin","triesLeft":null},
  {"id":"card-locked","code":164,"zh":"已鎖卡","en":"the card is locked","nextStep":"unlock-card","triesLeft":0},
  {"id":"buffer-too-small","code":336,"zh":"記憶體緩衝不足","en":"buffer too small","nextStep":"restart","triesLeft":null},
  {"id":"pin-wrong-one-left","code":-2147483647,"zh":"PIN碼錯誤，剩餘一次機會","en":"wrong PIN, one try left","nextStep":"enter-pin-carefully","triesLeft":1},
  {"id":"pin-wrong-two-left","code":-2147483646,"zh":"PIN碼錯誤，剩餘兩次機會","en":"wrong PIN, two tries left","nextStep":"enter-pin-carefully","triesLeft":2},
] as const;

/** What a person can do next, in both languages. */
export const componentNextSteps = [
  {"id":"report","zh":"請將代碼告知服務窗口。","en":"Tell the service desk this code."},
  {"id":"reinstall","zh":"請重新安裝 HiCOS 卡片管理工具，再試一次。","en":"Install the HiCOS card tool again, then try again."},
  {"id":"restart","zh":"請拔插讀卡機，重新啟動元件後再試一次。","en":"Plug the reader in again, restart the component, then try again."},
  {"id":"update","zh":"請更新 HiCOS 卡片管理工具。","en":"Update the HiCOS card tool."},
  {"id":"trust-site","zh":"請將本網站加入元件的信任網站，再試一次。","en":"Add this site to the component’s trusted sites, then try again."},
  {"id":"insert-card","zh":"請確認憑證卡已插妥，再試一次。","en":"Check that the card is fully inserted, then try again."},
  {"id":"connect-reader","zh":"請接上讀卡機，再試一次。","en":"Connect a card reader, then try again."},
  {"id":"use-company-card","zh":"請改插工商憑證卡。","en":"Insert a business certificate card (工商憑證)."},
  {"id":"enter-pin","zh":"請確認 PIN碼後重新輸入。連續輸入錯誤會鎖卡。","en":"Check the PIN, then enter it again. Repeated wrong entries lock the card."},
  {"id":"enter-pin-carefully","zh":"請先確認 PIN碼；不確定時請勿再試，先查「忘記PIN碼」。","en":"Make sure of the PIN first. If in doubt, do not try again: see “Forgot PIN”."},
  {"id":"unlock-card","zh":"請至工商憑證管理中心網站辦理鎖卡解碼。","en":"Unlock the card on the website of the issuer (MOEACA)."},
  {"id":"renew-card","zh":"請向工商憑證管理中心申請展期或換發。","en":"Renew or replace the card with the issuer (MOEACA)."},
  {"id":"check-clock","zh":"請確認電腦的日期與時間。","en":"Check the date and time of your computer."},
  {"id":"try-again","zh":"可再試一次。","en":"You can try again."},
] as const;

/** Who issued a card, by the start of its number. */
export const cardNumberPrefixes = [
  {"prefix":"MT","issuer":"moeaca"},
  {"prefix":"MG","issuer":"moeaca"},
  {"prefix":"TT","issuer":"moica"},
  {"prefix":"TP","issuer":"moica"},
] as const;

/** The oldest and newest versions of the component that are known, by platform. */
export const componentVersions = {"shownByProgramme":"1.3.4.103350","minimum":{"windows":"1.3.4.103328","mac":"1.3.4.13","linux":"1.3.4.3"}} as const;
