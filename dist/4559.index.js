export const id=4559;
export const ids=[4559];
export const modules={4559:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{servePlanThread:()=>servePlanThread});
var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(75919);
var _mapping_compile_compile_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(42044);
var _mapping_compile_overruns_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(76218);
var _plan_decide_chunk_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39191);
var _runtime_clock_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(10552);
var _source_ldif_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(5010);
var _state_keys_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(30325);
var _row_preparation_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(60165);
async function servePlanThread(){
const port=node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort;
if(port===null)throw new Error(`a thread of a plan has a port`);
const{mapping:written,files,now,fingerprintKey}=node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData;
const mapping=written===null?null:(await parser())(written.text,written.name,written.preset);
const overruns=new _mapping_compile_overruns_js__WEBPACK_IMPORTED_MODULE_2__.t(_runtime_clock_js__WEBPACK_IMPORTED_MODULE_4__.m.now);
const fingerprint=fingerprintKey===null?null:text=>(0,_state_keys_js__WEBPACK_IMPORTED_MODULE_6__.fg)(fingerprintKey,text);
const{rules}=await(0,_row_preparation_js__WEBPACK_IMPORTED_MODULE_7__.c)(mapping,now,fingerprint);
const byHeader=new Map;
const mappers=files.map(({columns})=>{
const header=JSON.stringify(columns);
const mapper=byHeader.get(header)??(0,_mapping_compile_compile_js__WEBPACK_IMPORTED_MODULE_1__.k)(mapping,columns,{now,overruns});
byHeader.set(header,mapper);
return mapper});
const takeOverruns=()=>overruns.take();
const decide=async records=>{
try{
const file=records[0]?.file??0;
const mapper=await mappers[file];
if(mapper===undefined)throw new Error(`file ${file} of the export has no mapper`);
const read=files[file]?.format===`ldif`?records.map(_source_ldif_js__WEBPACK_IMPORTED_MODULE_5__.q):records;
const decision=await(0,_plan_decide_chunk_js__WEBPACK_IMPORTED_MODULE_3__.K)(read,{...rules,mapper,takeOverruns,breathe:()=>undefined});
return{kind:`decided`,decision}}catch(error){
return{kind:`failed`,error}}};
await Promise.all(mappers);
let last=Promise.resolve();
port.on(`message`,records=>{
last=last.then(async()=>port.postMessage(await decide(records)))});
port.postMessage({kind:`ready`});
return new Promise(()=>undefined)}
async function parser(){
return(await Promise.all([__webpack_require__.e(8815),__webpack_require__.e(1843),__webpack_require__.e(9188)]).then(__webpack_require__.bind(__webpack_require__,9188))).parseMapping}})};