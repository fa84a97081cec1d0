export const id=6323;
export const ids=[6323];
export const modules={6323:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
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