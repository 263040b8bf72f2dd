// UNECE Recommendation 20 (units) as invoices use them; package codes of Recommendation 21 carry a leading X.
const common = new Set(
  (
    'C62 EA H87 PCE PR SET DZN DZP DPC CEN MIL NPR NAR NPT GRO AS KT AB ACT ' +
    'MGM GRM KGM TNE DTN LBR ONZ STN LTN MMT CMT DMT MTR KMT INH FOT YRD SMI LM ' +
    'MMK CMK DMK MTK KMK HAR FTK INK YDK CMQ DMQ MTQ FTQ INQ YDQ MLT CLT DLT LTR HLT GLL GLI PTI ' +
    'SEC MIN HUR DAY WEE MON ANN QAN E49 E51 IE LS E48 P1 KWH MWH GWH WHR JOU KJO GJ KWT WTT AMP VLT 2N 4L AD E34 ZZ'
  ).split(' '),
);

/** Whether a unit code is a UNECE code Redress has seen in invoices; "PCS" and "Stk" are not. */
export const isKnownUnit = (unitCode: string): boolean =>
  common.has(unitCode) || /^X[A-Z0-9]{2}$/.test(unitCode);
