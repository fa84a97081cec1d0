export const id=7086;
export const ids=[7086];
export const modules={136:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{R:()=>affectedJobs});
function affectedJobs(response){
if(!(`settled`in response)||!Array.isArray(response.settled))throw new TypeError(`pg-boss did not report which jobs a command changed; is it another version?`);
return response.settled}}),79225:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Jc:()=>newJobId,iD:()=>batchJob,wb:()=>jobIdOf});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
var _settlement_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(32648);
const RETRIES=1e6;
const FOR_EVER_SECONDS=10*365*24*60*60;
function batchJob({id,batch,users,wasSent},seal){
const sealed=seal.seal(`batch`,id,(0,_settlement_js__WEBPACK_IMPORTED_MODULE_1__.uG)(users)).toString(`base64`);
const data={batch,ranges:rangesOf(users),wasSent,sealed};
return{id,data,priority:-batch,retryLimit:RETRIES,retryDelay:0,retentionSeconds:FOR_EVER_SECONDS}}
function jobIdOf(run,batch){
const hex=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(`sha256`).update(`${run} ${batch}`).digest(`hex`);
return`${hex.slice(0,8)}-${hex.slice(8,12)}-8${hex.slice(13,16)}-8${hex.slice(17,20)}-${hex.slice(20,32)}`}
function newJobId(){
return(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}
function rangesOf(users){
const ranges=[];
for(const{row}of users){
const last=ranges.at(-1);
if(last!==undefined&&row===last.last+1)last.last=row;else ranges.push({first:row,last:row})}
return ranges}}),37590:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>Claims});
class Claims{
#byRow=new Map;
#all=new Set;
add(batch,job){
const claim={...{...batch,job,settlements:[],attempts:new Map,isDelivered:false,isSettling:false},sending:new Set(batch.mayHaveBeenApplied?batch.users.map(({row})=>row):[])};
for(const{row}of batch.users)this.#byRow.set(row,claim);
this.#all.add(claim);
return claim}
remove(claim){
this.#all.delete(claim);
for(const{row}of claim.users)if(this.#byRow.get(row)===claim)this.#byRow.delete(row)}
get all(){
return[...this.#all]}
get complete(){
return this.all.filter(({isDelivered,isSettling,settlements,users})=>isDelivered&&!isSettling&&settlements.length===users.length)}
markSending(users){
for(const{row}of users){
const claim=this.#byRow.get(row);
claim?.sending.add(row);
claim?.attempts.set(row,(claim.attempts.get(row)??0)+1)}}
markWaiting(users){
for(const{row}of users){
const claim=this.#byRow.get(row);
if(claim!==undefined&&!claim.mayHaveBeenApplied)claim.sending.delete(row)}}
settle(settlements){
for(const settlement of settlements){
const claim=this.#byRow.get(settlement.row);
if(claim===undefined)continue;
claim.settlements.push(settlement);
claim.sending.delete(settlement.row);
this.#byRow.delete(settlement.row)}}}}),65198:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{E:()=>connectionProblem,q:()=>openDatabase});
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(73024);
var pg__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(83849);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(30199);
const PATIENCE_MS=5*6e4;
const CONNECT_TIMEOUT_MS=1e4;
const ANSWER_MS=6e4;
const FIRST_WAIT_MS=100;
const MAX_WAIT_MS=2e3;
class DatabaseAway extends _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_2__.d{
constructor(cause){
const message=`\`queue-url\`: the database does not answer (${reasonOf(cause)}). What was settled until then is in the database; run again when it works.`;
super([message],{cause});
this.name=`DatabaseAway`}}
function openDatabase(options){
const{url,now,sleep,stop,warn,patienceMs=PATIENCE_MS,answerMs=ANSWER_MS}=options;
const{host,port,user,password,database,tls}=url;
const pool=new pg__WEBPACK_IMPORTED_MODULE_1__.Ay.Pool({...{host,port,user,password,database,max:options.connections},ssl:tls!==null&&{rejectUnauthorized:true,...tls.rootCertPath!==null&&{ca:(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(tls.rootCertPath)}},application_name:`cidaas-migrate`,connectionTimeoutMillis:Math.min(CONNECT_TIMEOUT_MS,answerMs),query_timeout:answerMs,keepAlive:true});
pool.on(`error`,()=>undefined);
let isAway=false;
const patiently=async work=>{
let since=null;
for(let waitMs=FIRST_WAIT_MS;;waitMs=Math.min(MAX_WAIT_MS,waitMs*2)){
try{
const result=await work();
isAway=false;
return result}catch(error){
if(!isConnectionLost(error))throw error;
if(!isAway&&!isConflict(error)){
isAway=true;
warn(`The database of \`queue-url\` does not answer (${reasonOf(error)}); trying again.`)}
since??=now();
if(stop.aborted||now()-since>=patienceMs)throw new DatabaseAway(error);
await sleep(waitMs,stop).catch(()=>undefined)}}};
const executeSql=async(text,values)=>{
const result=await patiently(()=>pool.query(text,values));
return Array.isArray(result)?{rows:result.flatMap(({rows})=>rows)}:result};
return{executeSql,query:async(text,values)=>(await executeSql(text,values)).rows,transaction:work=>patiently(()=>inTransaction(pool,work)),[Symbol.asyncDispose]:()=>pool.end()}}
async function inTransaction(pool,work){
const client=await pool.connect();
const ignore=()=>undefined;
client.on(`error`,ignore);
let broken;
try{
await client.query(`BEGIN`);
const result=await work({executeSql:(text,values)=>client.query(text,values)});
await client.query(`COMMIT`);
return result}catch(error){
if(isConnectionLost(error)&&!isConflict(error))broken=error;else await client.query(`ROLLBACK`).catch(cause=>{
broken=cause});
throw error}finally{
client.off(`error`,ignore);
client.release(broken)}}
function connectionProblem(error){
const isRefused=codeOf(error).startsWith(`28`)||codeOf(error)===`3D000`||/certificate|SSL/i.test(reasonOf(error));
if(!isRefused)return null;
return new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_2__.d([`\`queue-url\`: the database cannot be used: ${reasonOf(error)}. Nothing was sent.`],{cause:error})}
const LOST=/^(08...|57P0[123]|53300|40001|40P01)$/;
const LOST_SOCKET=[`ECONNREFUSED`,`ECONNRESET`,`EPIPE`,`ETIMEDOUT`,`EHOSTUNREACH`,`ENETUNREACH`,`EAI_AGAIN`,`ENOTFOUND`];
function isConnectionLost(error){
const code=codeOf(error);
if(LOST.test(code)||LOST_SOCKET.includes(code))return true;
return error instanceof Error&&/^(Connection terminated|Query read timeout|timeout expired|timeout exceeded|Client has encountered a connection error)/.test(error.message)}
function isConflict(error){
return/^40/.test(codeOf(error))}
function codeOf(error){
if(error instanceof AggregateError)return codeOf(error.errors[0]);
return error instanceof Error&&`code`in error?String(error.code):``}
function reasonOf(error){
if(error instanceof AggregateError)return reasonOf(error.errors[0]);
return error instanceof Error?error.message:String(error)}}),16239:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{DL:()=>Membership,Wf:()=>LEASE_MS,k4:()=>queueNameOf});
var _fleet_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(40155);
var _affected_jobs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(136);
var _schema_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(61368);
const LEASE_MS=1e4;
const MAX_BEAT_MS=1e3;
class Membership{
options;
queueName;
leaseMs;
state=`filling`;
#healthySince;
#lastBeat;
constructor(options){
this.options=options;
this.queueName=queueNameOf(options.run);
this.leaseMs=options.leaseMs??LEASE_MS;
this.#healthySince=options.now();
this.#lastBeat=options.now()}
async stop({code,message}){
const{database,run,seal}=this.options;
await database.query(`UPDATE ${_schema_js__WEBPACK_IMPORTED_MODULE_0__.yx}.run SET state = 'stopping', stop_code = $2, sealed_stop = $3
       WHERE id = $1 AND state IN ('filling', 'probing', 'open')`,[run,code,seal.seal(`stop`,code,message)])}
async follow(onStop,until){
let isStopped=false;
const beatMs=Math.min(MAX_BEAT_MS,this.leaseMs/4);
do{
const reason=await this.beat().catch(error=>{
return{code:`queue.lost`,message:error instanceof Error?error.message:String(error)}});
if(reason!==null&&!isStopped)onStop(reason);
isStopped||=reason!==null;
await this.options.sleep(beatMs,until).catch(()=>undefined)}while(!until.aborted)}
async beat(){
const{now,claims,boss}=this.options;
const row=await this.#look();
const held=claims.all;
if(held.length>0){
const touched=await boss.touch(this.queueName,held.map(({job})=>job));
const alive=new Set((0,_affected_jobs_js__WEBPACK_IMPORTED_MODULE_1__.R)(touched));
for(const claim of held)if(!alive.has(claim.job.id))claims.remove(claim)}
const at=now();
if(at-this.#lastBeat>this.leaseMs/2)this.#healthySince=at;
this.#lastBeat=at;
if(at-this.#healthySince>=this.leaseMs)await this.#takeLapsedAway();
return row===null?{code:`queue.closed`,message:`The run was ended by its lead, or by a new one.`}:this.#stopOf(row)}
async#look(){
const{database,run,isLead}=this.options;
const columns=`state, stop_code, sealed_stop, failed::int AS failed`;
const[row]=await database.query(isLead?`UPDATE ${_schema_js__WEBPACK_IMPORTED_MODULE_0__.yx}.run SET lead_seen = clock_timestamp() WHERE id = $1 RETURNING ${columns}`:`SELECT ${columns} FROM ${_schema_js__WEBPACK_IMPORTED_MODULE_0__.yx}.run WHERE id = $1`,[run]);
this.state=row?.state??`closed`;
return row??null}
async#takeLapsedAway(){
const{database,boss}=this.options;
const lapsed=await database.query(`SELECT id, retry_count AS "retryCount" FROM ${_schema_js__WEBPACK_IMPORTED_MODULE_0__.yx}.job
       WHERE name = $1 AND state = 'active' AND heartbeat_on < clock_timestamp() - $2 * interval '1 millisecond'`,[this.queueName,this.leaseMs]);
if(lapsed.length>0)await boss.fail(this.queueName,lapsed)}
#stopOf({state,stop_code:code,sealed_stop:sealed,failed}){
switch(state){case`filling`:case`probing`:case`open`:return null;case`frozen`:case`closed`:return code===_fleet_js__WEBPACK_IMPORTED_MODULE_2__.z?{code,message:`Another lead took this run over.`}:{code:`queue.closed`,message:`This run has ended.`};case`stopping`:{
if(code===null||code===`abort-above`)return{code:`abort-above`,message:`${failed} rows are failed or unknown, more than abort-above (${this.options.limitText}) allows.`};
const message=sealed===null?null:this.options.seal.open(`stop`,code,sealed);
return{code,message:message??`The run was stopped, with a reason that cannot be read.`}}}}}
function queueNameOf(run){
return`run-${run}`}}),33010:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{O:()=>ForgedBatch,b:()=>postgresQueue});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _affected_jobs_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(136);
var _batch_job_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(79225);
var _schema_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61368);
var _settlement_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(32648);
const POLL_MS=250;
class ForgedBatch extends _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d{
constructor(){
super(["`queue-url`: a batch in the database was not sealed by this run, or was changed since. It was not sent, and the run stops. Find out who can write to that database."]);
this.name=`ForgedBatch`}}
function postgresQueue(membership,takeLog){
const{options,queueName}=membership;
const{database,boss,run,claims,seal,worker,isLead,sleep}=options;
let polling=null;
const settle=async claim=>{
claim.isSettling=true;
const log=takeLog();
const settled=claim.settlements;
const open=openUsers(claim);
const sealed=seal.seal(`outcomes`,claim.job.id,(0,_settlement_js__WEBPACK_IMPORTED_MODULE_3__.PN)(claim,seal,{worker,...log}));
const accepted=settled.filter(({outcome})=>outcome===`created`||outcome===`updated`).length;
const failed=settled.filter(({outcome})=>outcome===`failed`||outcome===`unknown`).length;
const rest=[{users:open.filter(({row})=>claim.sending.has(row)),wasSent:true},{users:open.filter(({row})=>!claim.sending.has(row)),wasSent:false}];
const jobs=rest.filter(({users})=>users.length>0).map(part=>(0,_batch_job_js__WEBPACK_IMPORTED_MODULE_1__.iD)({id:(0,_batch_job_js__WEBPACK_IMPORTED_MODULE_1__.Jc)(),batch:claim.id,...part},seal));
await database.transaction(async db=>{
const{rows}=await db.executeSql(`INSERT INTO ${_schema_js__WEBPACK_IMPORTED_MODULE_2__.yx}.settlement (job, run, sealed)
         SELECT $1, id, $3 FROM ${_schema_js__WEBPACK_IMPORTED_MODULE_2__.yx}.run WHERE id = $2 AND state <> 'closed'
         ON CONFLICT DO NOTHING RETURNING job`,[claim.job.id,run,sealed]);
if(rows.length===0)return;
await endClaim(boss,queueName,claim,db);
if(jobs.length>0)await boss.insert(queueName,jobs,{db});
const counted=await db.executeSql(`UPDATE ${_schema_js__WEBPACK_IMPORTED_MODULE_2__.yx}.run SET accepted = accepted + $2, failed = failed + $3,
           stop_code = CASE WHEN state IN ('probing', 'open') AND failed + $3 > max_failed THEN 'abort-above' ELSE stop_code END,
           state = CASE WHEN state IN ('probing', 'open') AND failed + $3 > max_failed THEN 'stopping'
             WHEN state = 'probing' AND $2 > 0 THEN 'open' ELSE state END
         WHERE id = $1 AND state <> 'closed' RETURNING id`,[run,accepted,failed]);
if(counted.rows.length===0)throw new ClaimLost}).catch(error=>{
if(!(error instanceof ClaimLost))throw error}).finally(()=>claims.remove(claim))};
const settleComplete=async()=>{
for(const claim of claims.complete)await settle(claim)};
const poll=async stop=>{
const own=claims.all.map(({job})=>job.id);
const[left]=await database.query(`SELECT 1 FROM ${_schema_js__WEBPACK_IMPORTED_MODULE_2__.yx}.job WHERE name = $1 AND NOT (id = ANY ($2::uuid[])) LIMIT 1`,[queueName,own]);
if(left===undefined)return false;
await sleep(POLL_MS,stop).catch(()=>undefined);
return true};
return{outcomes:claims,async take(){
await settleComplete();
if(!(membership.state===`open`||isLead&&membership.state===`probing`))return null;
const[job]=await boss.fetch(queueName);
if(job===undefined)return null;
const text=seal.open(`batch`,job.id,Buffer.from(job.data.sealed,`base64`));
if(text===null)throw new ForgedBatch;
const{id,retryCount}=job;
const mayHaveBeenApplied=job.data.wasSent||retryCount>0;
return claims.add({id:job.data.batch,users:(0,_settlement_js__WEBPACK_IMPORTED_MODULE_3__.x3)(text),mayHaveBeenApplied},{id,retryCount})},async mayGetMore(stop){
await settleComplete();
polling??=poll(stop).finally(()=>{
polling=null});
return polling},async done(batch){
const claim=claims.all.find(one=>one===batch);
if(claim===undefined)return;
claim.isDelivered=true;
await settleComplete()},async giveBack(){
for(const claim of claims.all)if(!claim.isSettling)await settle(claim)},async open(){
const[left]=await database.query(`SELECT count(*)::int AS n FROM ${_schema_js__WEBPACK_IMPORTED_MODULE_2__.yx}.job WHERE name = $1`,[queueName]);
return left?.n??0}}}
class ClaimLost extends Error{}
async function endClaim(boss,queueName,{job},db){
if((0,_affected_jobs_js__WEBPACK_IMPORTED_MODULE_4__.R)(await boss.deleteJob(queueName,job,{db})).length===0)throw new ClaimLost}
function openUsers({users,settlements}){
const settled=new Set(settlements.map(({row})=>row));
return users.filter(({row})=>!settled.has(row))}}),69821:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{s:()=>postgresThrottle});
var _schema_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(61368);
const MAX_SLEEP_MS=3e4;
const MS_UNTIL=time=>`greatest(0, extract(epoch FROM ${time} - clock_timestamp()) * 1000)::float8`;
function postgresThrottle({database,run,maxRequestsPerSecond,sleep}){
let knownPauseMs=0;
let writing=Promise.resolve();
let failure=null;
const write=(assignments,values=[])=>{
writing=writing.then(()=>database.query(`UPDATE ${_schema_js__WEBPACK_IMPORTED_MODULE_0__.yx}.run SET ${assignments} WHERE id = $1`,[run,...values])).catch(error=>{
failure??=error})};
const lookUp=async()=>{
await writing;
if(failure!==null)throw failure;
const[found]=await database.query(`SELECT ${MS_UNTIL(`greatest(paused_until, asked_until)`)} AS ms FROM ${_schema_js__WEBPACK_IMPORTED_MODULE_0__.yx}.run WHERE id = $1`,[run]);
knownPauseMs=found?.ms??0;
return knownPauseMs};
const takeSlot=async()=>{
const[taken]=await database.query(`UPDATE ${_schema_js__WEBPACK_IMPORTED_MODULE_0__.yx}.run SET next_slot = greatest(next_slot, clock_timestamp()) + $2 * interval '1 millisecond'
       WHERE id = $1 RETURNING ${MS_UNTIL(`next_slot - $2 * interval '1 millisecond'`)} AS ms`,[run,1e3/maxRequestsPerSecond]);
return taken?.ms??0};
return{async enter(signal,mayStart){
for(;;){
for(let ms=await lookUp();ms>0;ms=await lookUp())await sleep(Math.min(Math.ceil(ms),MAX_SLEEP_MS),signal);
if(!mayStart())return false;
if(maxRequestsPerSecond===0)return true;
const ms=await takeSlot();
if(ms>0)await sleep(Math.ceil(ms),signal);
if(await lookUp()===0&&mayStart())return true}},pause(ms,asked){
knownPauseMs=Math.max(knownPauseMs,ms);
const column=asked?`asked_until`:`paused_until`;
write(`${column} = greatest(${column}, clock_timestamp() + $2 * interval '1 millisecond')`,[ms])},resume(){
write(`paused_until = '-infinity'`)},get pauseMs(){
return knownPauseMs}}}}),61368:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{mZ:()=>openLeadBoss,o7:()=>missingRights,uB:()=>FORMAT,yv:()=>openWorkerBoss,yx:()=>SCHEMA});
var pg_boss__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(85233);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
const SCHEMA=`cidaas_migrate`;
const FORMAT=1;
const TABLES=`
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.run (
    id uuid PRIMARY KEY,
    tenant text NOT NULL,
    owner text NOT NULL,
    format integer NOT NULL,
    state text NOT NULL CHECK (state IN ('filling', 'probing', 'open', 'stopping', 'frozen', 'closed')),
    salt bytea NOT NULL,
    sealed_order bytea NOT NULL,
    accepted bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    max_failed bigint NOT NULL,
    stop_code text,
    sealed_stop bytea,
    next_slot timestamptz NOT NULL DEFAULT '-infinity',
    paused_until timestamptz NOT NULL DEFAULT '-infinity',
    asked_until timestamptz NOT NULL DEFAULT '-infinity',
    lead_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE UNIQUE INDEX IF NOT EXISTS run_open ON ${SCHEMA}.run (tenant) WHERE state <> 'closed';
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.settlement (
    job uuid PRIMARY KEY,
    run uuid NOT NULL REFERENCES ${SCHEMA}.run ON DELETE CASCADE,
    sealed bytea NOT NULL,
    settled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    collected boolean NOT NULL DEFAULT false
  );
  CREATE INDEX IF NOT EXISTS settlement_new ON ${SCHEMA}.settlement (run) WHERE NOT collected;
`;
async function openLeadBoss(database){
try{
const[found]=await database.query(`SELECT to_regnamespace('${SCHEMA}')::text AS schema`);
const boss=createBoss(database,{migrate:true,createSchema:found?.schema===null});
await boss.start();
await database.executeSql(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('${SCHEMA}')); ${TABLES} COMMIT;`);
return boss}catch(error){
throw missingRights(error)??error}}
async function openWorkerBoss(database){
const boss=createBoss(database,{migrate:false});
await boss.start();
return boss}
function createBoss(database,options){
const boss=new pg_boss__WEBPACK_IMPORTED_MODULE_0__.zJ({...options,db:{executeSql:database.executeSql},schema:SCHEMA,supervise:false,schedule:false,registerInstance:false});
boss.on(`error`,()=>undefined);
return boss}
const INSUFFICIENT_PRIVILEGE=`42501`;
function missingRights(error){
const cause=error instanceof Error&&error.cause instanceof Error?error.cause:error;
if(!(cause instanceof Error)||!(`code`in cause)||cause.code!==INSUFFICIENT_PRIVILEGE)return null;
return new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([`\`queue-url\`: the database user may not use the schema ${SCHEMA} (${cause.message}). Nothing was sent. Let an administrator run, with the name of that user: CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION <user>; or, when another user made the tables: GRANT USAGE, CREATE ON SCHEMA ${SCHEMA} TO <user>; GRANT ALL ON ALL TABLES IN SCHEMA ${SCHEMA} TO <user>; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO <user>;`],{cause})}}),32648:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{PN:()=>settlementText,pJ:()=>readSettlements,uG:()=>batchText,vD:()=>readRecalled,x3:()=>readBatch});
function settlementText({users,settlements,attempts},{fingerprint},process){
const bodies=new Map(users.map(({row,body})=>[row,body]));
const lines=settlements.map(({row,outcome,sub=null,reason=null})=>{
return[row,fingerprint(bodies.get(row)??``),outcome,attempts.get(row)??0,sub,reason]});
return JSON.stringify({...process,lines})}
function readSettlements(text){
const{lines,...process}=JSON.parse(text);
const settlements=lines.map(([row,,outcome,attempts,sub,reason])=>{
return{row,outcome,attempts,sub,...reason!=null&&{reason}}});
return{...process,settlements}}
function readRecalled(text,owner){
return JSON.parse(text).lines.flatMap(([row,fingerprint,outcome,,sub,reason])=>outcome===`unsent`?[]:[{owner,row,fingerprint,outcome,sub,code:reason?.code??null}])}
function batchText(users){
return JSON.stringify(users.map(({row,sub=null,body})=>[row,sub,body]))}
function readBatch(text){
return JSON.parse(text).map(([row,sub,body])=>({row,sub,body}))}})};