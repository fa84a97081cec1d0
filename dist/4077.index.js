export const id=4077;
export const ids=[4077];
export const modules={4077:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{openFleet:()=>openFleet});
var external_node_crypto_=__webpack_require__(77598);
var input_error=__webpack_require__(30199);
var postgres_database=__webpack_require__(65198);
var queued_rows=__webpack_require__(20268);
var batch_job=__webpack_require__(79225);
var claims=__webpack_require__(37590);
var postgres_membership=__webpack_require__(16239);
var postgres_queue=__webpack_require__(33010);
var postgres_throttle=__webpack_require__(69821);
var schema=__webpack_require__(61368);
var settlement=__webpack_require__(32648);
;
const PUT_CHUNK=100;
const COLLECT_CHUNK=200;
const POLL_MS=200;
const NO_LOG={requests:[],retried:0};
function createLead(options){
const{database,boss,run,ledger,seal,leaseMs,now,sleep}=options;
const membership=new postgres_membership.DL({...options,claims:new claims.U,isLead:true});
const{queueName}=membership;
const jobs=new WeakMap;
const forever=new AbortController().signal;
const queue={...(0,postgres_queue.b)(membership,()=>NO_LOG),async put(batches){
for(const chunk of chunks(batches,PUT_CHUNK)){
const inserted=chunk.map(({id:batch,first,last})=>{
const job={id:(0,batch_job.wb)(run,batch),batch,users:ledger.waiting(first,last),wasSent:false};
return(0,batch_job.iD)(job,seal)});
await boss.insert(queueName,inserted);
(0,queued_rows.b7)(ledger,chunk);
await membership.beat()}}};
const toClaim=({job,sealed,settledAt})=>{
const text=seal.open(`outcomes`,job,sealed);
if(text===null||!Number.isFinite(settledAt))throw new postgres_queue.O;
const claim={...(0,settlement.pJ)(text),settledAt};
jobs.set(claim,job);
return claim};
const hasOthersClaims=async()=>{
const active=await database.query(`SELECT 1 FROM ${schema.yx}.job WHERE name = $1 AND state = 'active' LIMIT 1`,[queueName]);
return active.length>0};
return{queue,throttle:(0,postgres_throttle.s)(options),stop:reason=>membership.stop(reason),follow:(onStop,until)=>membership.follow(onStop,until),async open(isProbing){
const state=isProbing?`probing`:`open`;
await database.query(`UPDATE ${schema.yx}.run SET state = $2 WHERE id = $1 AND state = 'filling'`,[run,state]);
membership.state=state},async collect(){
const rows=await database.query(`SELECT job, sealed, (extract(epoch FROM settled_at) * 1000)::float8 AS "settledAt"
         FROM ${schema.yx}.settlement WHERE run = $1 AND NOT collected LIMIT ${COLLECT_CHUNK}`,[run]);
return rows.map(toClaim)},async collected(claims){
const ids=claims.map(claim=>jobs.get(claim));
await database.query(`UPDATE ${schema.yx}.settlement SET collected = true WHERE job = ANY ($1::uuid[])`,[ids])},async close(){
for(const until=now()+1.5*leaseMs;now()<until&&await hasOthersClaims();){
await membership.beat();
await sleep(POLL_MS,forever)}
await database.query(`UPDATE ${schema.yx}.run SET state = 'closed' WHERE id = $1`,[run]);
const left=await database.query(`SELECT data -> 'ranges' AS ranges FROM ${schema.yx}.job
         WHERE name = $1 AND started_on IS NULL AND NOT (data ->> 'wasSent')::boolean`,[queueName]);
(0,queued_rows.dD)(ledger,left.flatMap(({ranges})=>ranges));
await boss.deleteQueue(queueName)}}}
function*chunks(items,size){
let chunk=[];
for(const item of items){
chunk.push(item);
if(chunk.length<size)continue;
yield chunk;
chunk=[]}
if(chunk.length>0)yield chunk}
var fleet=__webpack_require__(40155);
;
const SEEN_LATELY_MS=6e4;
const take_over_POLL_MS=500;
function earlierRuns(database,tenant){
return database.query(`SELECT id, owner, format, state, salt FROM ${schema.yx}.run WHERE tenant = $1 ORDER BY created_at`,[tenant])}
async function endEarlierRun({id,state},ports){
const{database,boss,leaseMs,now,sleep,stop}=ports;
if(state!==`closed`){
await refuseLivingLead(id,ports);
await database.query(`UPDATE ${schema.yx}.run SET state = 'frozen', stop_code = '${fleet.z}' WHERE id = $1 AND state <> 'closed'`,[id]);
for(const until=now()+1.5*leaseMs;now()<until&&await hasLiveClaims(id,ports);)await sleep(take_over_POLL_MS,stop);
await database.query(`UPDATE ${schema.yx}.run SET state = 'closed' WHERE id = $1`,[id])}
await boss.deleteQueue((0,postgres_membership.k4)(id))}
async function refuseLivingLead(id,{database,leaseMs,now,sleep,stop}){
const seen=async()=>{
const[row]=await database.query(`SELECT lead_seen::text AS seen, (extract(epoch FROM clock_timestamp() - lead_seen) * 1000)::float8 AS "ageMs"
       FROM ${schema.yx}.run WHERE id = $1`,[id]);
return row};
const first=await seen();
if(first===undefined||first.ageMs>SEEN_LATELY_MS)return;
for(const until=now()+Math.max(0,leaseMs-first.ageMs);now()<until;){
await sleep(take_over_POLL_MS,stop);
if((await seen())?.seen===first.seen)continue;
throw new input_error.d(["`queue-url`: another lead is sending to this tenant from this database. Nothing was sent. Wait until it has ended; to help it, run with `role: work`."])}}
async function hasLiveClaims(id,{database,leaseMs}){
const live=await database.query(`SELECT 1 FROM ${schema.yx}.job
     WHERE name = $1 AND state = 'active' AND heartbeat_on >= clock_timestamp() - $2 * interval '1 millisecond' LIMIT 1`,[(0,postgres_membership.k4)(id),leaseMs]);
return live.length>0}
;
var __addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){
if(value!==null&&value!==void 0){
if(typeof value!==`object`&&typeof value!==`function`)throw new TypeError(`Object expected.`);
var dispose,inner;
if(async){
if(!Symbol.asyncDispose)throw new TypeError(`Symbol.asyncDispose is not defined.`);
dispose=value[Symbol.asyncDispose]}
if(dispose===void 0){
if(!Symbol.dispose)throw new TypeError(`Symbol.dispose is not defined.`);
dispose=value[Symbol.dispose];
if(async)inner=dispose}
if(typeof dispose!==`function`)throw new TypeError(`Object not disposable.`);
if(inner)dispose=function(){
try{
inner.call(this)}catch(e){
return Promise.reject(e)}};
env.stack.push({value,dispose,async})}else if(async){
env.stack.push({async:true})}
return value};
var __disposeResources=undefined&&undefined.__disposeResources||(function(SuppressedError){
return function(env){
function fail(e){
env.error=env.hasError?new SuppressedError(e,env.error,`An error was suppressed during disposal.`):e;
env.hasError=true}
var r,s=0;
function next(){
while(r=env.stack.pop()){
try{
if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next);
if(r.dispose){
var result=r.dispose.call(r.value);
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){
fail(e);
return next()})}else s|=1}catch(e){
fail(e)}}
if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve();
if(env.hasError)throw env.error}
return next()}})(typeof SuppressedError===`function`?SuppressedError:function(error,suppressed,message){
var e=new Error(message);
return e.name=`SuppressedError`,e.error=error,e.suppressed=suppressed,e});
async function openFleet(options){
const env_1={stack:[],error:void 0,hasError:false};
try{
const{clock,tenant,owners,sealOf,warn,leaseMs=postgres_membership.Wf}=options;
const cleanUp=__addDisposableResource(env_1,new AsyncDisposableStack,true);
const database=cleanUp.use((0,postgres_database.q)({...options,...clock}));
const boss=await(0,schema.mZ)(database).catch(error=>{
throw(0,postgres_database.E)(error)??error});
cleanUp.defer(()=>boss.stop({graceful:false,close:false}));
const kept=cleanUp.move();
return{async takeOver(isRecalled,stop){
const found=[];
for(const run of await earlierRuns(database,tenant)){
const isOwn=isRecalled&&owners.includes(run.owner);
if(isOwn&&run.format!==schema.uB)throw new input_error.d([`An earlier lead of another version of this tool left its run in the database of \`queue-url\` (format ${run.format}; this version reads ${schema.uB}). Nothing was sent. Finish it with that version; \`resume: none\` starts over and sends every planned user again.`]);
await endEarlierRun(run,{database,boss,leaseMs,...clock,stop});
if(isOwn)found.push(run);else await dropRun(database,run,isRecalled,warn)}
const[first]=found;
if(first===undefined)return null;
const{fingerprint}=sealOf(first.id,first.salt);
return{fingerprint,settled:recalled(database,found,owners,sealOf)}},async start(order,maxFailed){
const run=await insertRun(database,boss,options,order,maxFailed);
return createLead({...options,...clock,database,boss,leaseMs,...order,...run})},async forget(){
await database.query(`DELETE FROM ${schema.yx}.run WHERE tenant = $1 AND state = 'closed'`,[tenant])},[Symbol.asyncDispose]:()=>kept.disposeAsync()}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}
async function insertRun(database,boss,{tenant,owners,sealOf},order,maxFailed){
const run=(0,external_node_crypto_.randomUUID)();
const salt=(0,external_node_crypto_.randomBytes)(16);
const seal=sealOf(run,salt);
const sealed=seal.seal(`order`,run,JSON.stringify(order));
const inserted=await database.query(`INSERT INTO ${schema.yx}.run (id, tenant, owner, format, state, salt, sealed_order, max_failed)
     VALUES ($1, $2, $3, $4, 'filling', $5, $6, $7)
     ON CONFLICT DO NOTHING RETURNING id`,[run,tenant,owners[0],schema.uB,salt,sealed,maxFailed]);
if(inserted.length===0){
const[own]=await database.query(`SELECT 1 FROM ${schema.yx}.run WHERE id = $1`,[run]);
if(own===undefined)throw new input_error.d([`\`queue-url\`: another lead has just begun to send to ${tenant}. Nothing was sent.`])}
await boss.createQueue((0,postgres_membership.k4)(run));
return{run,seal}}
async function dropRun(database,run,isForeign,warn){
await database.query(`DELETE FROM ${schema.yx}.run WHERE id = $1`,[run.id]);
if(isForeign)warn("The database held an unfinished run of another workflow run or folder. It was ended, and its users are not left out: name it with `resume-run-id` to continue it.")}
async function*recalled(database,runs,owners,sealOf){
for(const{id,salt,owner}of runs){
const seal=sealOf(id,salt);
let last=`00000000-0000-0000-0000-000000000000`;
for(;;){
const rows=await database.query(`SELECT job, sealed FROM ${schema.yx}.settlement WHERE run = $1 AND job > $2 ORDER BY job LIMIT 200`,[id,last]);
if(rows.length===0)break;
for(const{job,sealed}of rows){
const text=seal.open(`outcomes`,job,sealed);
if(text===null)throw new input_error.d(["What an earlier run left in the database of `queue-url` cannot be read: it was sealed with another key, or changed. Nothing was sent. `resume: none` starts over and sends every planned user again."]);
yield*(0,settlement.vD)(text,owners.indexOf(owner));
last=job}}}}})};