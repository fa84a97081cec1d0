export const id=909;
export const ids=[909];
export const modules={64713:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G1:()=>bytesOfBase64,QV:()=>sameText,Td:()=>bytesOfLength,ZD:()=>hexOf,er:()=>sameBytes,fL:()=>bytesOfAdaptedBase64,hd:()=>unpaddedBase64,ju:()=>base64Of,w8:()=>bytesOfHex});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
const HEX=/^(?:[0-9a-f]{2})+$/i;
const STANDARD=/^[A-Za-z0-9+/]+(={0,2})$/;
const URL_SAFE=/^[A-Za-z0-9_-]+(={0,2})$/;
function bytesOfHex(text){
return HEX.test(text)?Buffer.from(text,`hex`):null}
function bytesOfBase64(text){
const padding=(STANDARD.exec(text)??URL_SAFE.exec(text))?.[1];
if(padding===undefined)return null;
const digits=text.length-padding.length;
if(digits%4===1||padding!==``&&text.length%4!==0)return null;
return Buffer.from(text,`base64`)}
function bytesOfAdaptedBase64(text){
return bytesOfBase64(text.replaceAll(`.`,`+`))}
function bytesOfLength(text,length){
const bytes=text.length===2*length?bytesOfHex(text):bytesOfBase64(text);
return bytes?.length===length?bytes:null}
function hexOf(bytes){
return view(bytes).toString(`hex`)}
function base64Of(bytes){
return view(bytes).toString(`base64`)}
function unpaddedBase64(bytes){
return base64Of(bytes).replace(/=+$/,``)}
function sameBytes(one,other){
return one.length===other.length&&(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(one,other)}
function sameText(one,other){
return sameBytes(Buffer.from(one),Buffer.from(other))}
function view(bytes){
return Buffer.from(bytes.buffer,bytes.byteOffset,bytes.byteLength)}}),23735:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{I$:()=>isSecretId,dR:()=>SECRET_ID,lN:()=>FIREBASE_SIGNER_KEY});
const SECRET_ID=/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
function isSecretId(name){
return SECRET_ID.test(name)}
const FIREBASE_SIGNER_KEY=`firebase-signer-key`}),6323:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{serveHashChecks:()=>serveHashChecks});
var external_node_worker_threads_=__webpack_require__(75919);
var password_algorithm=__webpack_require__(53660);
var recognise=__webpack_require__(21661);
var uncheckable_hash=__webpack_require__(19085);
var verify=__webpack_require__(44295);
var work_limit=__webpack_require__(57710);
;
const LIMIT={memory:256*2**20,processed:4*2**30,rounds:4e6};
async function checkHash({passwordHash,password},secrets){
try{
const recognised=(0,recognise.A)(passwordHash);
if(recognised.kind===`none`)return{outcome:`unreadable`,why:`is a mark for an account without a password`};
if(recognised.kind===`unrecognised`)return{outcome:`unreadable`,why:recognised.what};
const{hash}=recognised;
const algorithm=(0,password_algorithm.H)(hash);
try{
(0,work_limit.t)(hash,LIMIT);
const isRight=await(0,verify.K)(hash,new TextDecoder().decode(password),secrets);
return{outcome:isRight?`verified`:`refused`,algorithm}}catch(error){
if(error instanceof uncheckable_hash.w)return{outcome:`uncheckable`,algorithm,why:error.message};
throw error}}finally{
password.fill(0)}}
;
async function serveHashChecks(){
const port=external_node_worker_threads_.parentPort;
if(port===null)throw new Error(`hashes are checked in a worker thread`);
const secrets=external_node_worker_threads_.workerData;
port.on(`message`,task=>{
void checkHash(task,secrets).then(finding=>port.postMessage(finding))});
port.postMessage(`ready`);
return new Promise(()=>undefined)}})};