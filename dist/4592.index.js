export const id=4592;
export const ids=[4592];
export const modules={7128:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>readCommand,u:()=>readFlags});
var node_util__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(57975);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
var _settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(792);
var _text_nearest_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(4581);
const NAMES=[...Object.keys(_settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.mc),...Object.keys(_settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.hi)];
const KNOWN=[...NAMES,..._settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.kM];
const HELP="(`cidaas-migrate --help` lists the flags)";
const COMMANDS=[`init`,`explain`,`sandbox`,`verifier`];
function readCommand(args){
const[word=``,...others]=args.map(arg=>arg===`-h`?`--help`:arg);
const command=COMMANDS.find(name=>name===word);
if(command!==undefined)return{command,rest:others};
if(word===`help`){
const[topic]=others;
if(topic===undefined||topic.startsWith(`-`)||isMode(topic))return{command:null,rest:[`--help`]};
return{...readCommand([topic]),rest:[`--help`]}}
if(word!==``&&!word.startsWith(`-`)&&!isMode(word))throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([unknownWord(word)]);
return{command:null,rest:word===``&&args.length===0?[]:[word,...others]}}
function unknownWord(word){
const near=(0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__.p)(word,[...COMMANDS,`help`,..._settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.FN]);
const meant=near===null?null:isMode(near)?`--mode ${near}`:near;
if(meant!==null)return`The first argument is not a command. Did you mean \`${meant}\`? ${HELP}`;
return/[./\\]/.test(word)?`The first argument is not a command. If it is the export, write --export before it. ${HELP}`:`The first argument is not a command. The commands are ${COMMANDS.join(`, `)} and help; without a command, give flags, like --export users.csv ${HELP}`}
function readFlags(args){
if(args.length===0)return`nothing`;
const options={help:{type:`boolean`},version:{type:`boolean`}};
for(const name of NAMES)options[name]={type:`string`};
for(const name of _settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.kM)options[name]={type:`boolean`};
const{tokens}=(0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({args:[...args],options,strict:false,allowPositionals:true,tokens:true});
if(tokens.some(token=>token.kind===`option`&&token.name===`help`))return`help`;
if(tokens.some(token=>token.kind===`option`&&token.name===`version`))return`version`;
const values={};
const problems=[];
let mayBeValue=false;
for(const token of tokens){
if(token.kind===`positional`){
if(!mayBeValue){
refuseModeOrCommand(token.value);
problems.push(`Unexpected argument: the command takes only flags, like --export users.csv ${HELP}`)}
mayBeValue=false}else if(token.kind===`option`){
const problem=problemWith(token);
mayBeValue=problem!==null&&!token.inlineValue;
if(problem!==null)problems.push(problem);else values[token.name]=token.value??(isSwitch(token.name)?`true`:``)}}
if(values.quiet!==undefined&&values.verbose!==undefined)problems.push(`--quiet and --verbose contradict each other: give one of them`);
return{values,problems:[...new Set(problems)]}}
function refuseModeOrCommand(word){
if(isMode(word))throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([`\`${word}\` is not a command: the mode is given as a flag. Did you mean \`--mode ${word}\`? ${HELP}`]);
if(COMMANDS.includes(word))throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([`\`${word}\` is a command and has to come before all flags. Did you mean \`cidaas-migrate ${word} …\`? (\`cidaas-migrate ${word} --help\`)`])}
function problemWith(token){
const{name,rawName,value}=token;
if(isSwitch(name))return value===undefined?null:`--${name} takes no value`;
if(!NAMES.includes(name)){
const found=(0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__.p)(name,KNOWN);
return`${rawName}: unknown flag.${found===null?``:` Did you mean --${found}?`} ${HELP}`}
const variable=_settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.cW[name];
if(variable!==undefined)return`--${name}: set ${variable} in the environment instead; a command line is visible in process lists and shell histories`;
if(value===undefined||!token.inlineValue&&value.startsWith(`--`))return`--${name}: the value is missing (write one that begins with -- as --${name}=--…)`;
return null}
function isMode(word){
return _settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.FN.includes(word)}
function isSwitch(name){
return _settings_inputs_js__WEBPACK_IMPORTED_MODULE_2__.kM.includes(name)}}),14592:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{runCli:()=>runCli});
var external_node_events_=__webpack_require__(78474);
var report_json=__webpack_require__(47273);
var clock=__webpack_require__(10552);
var disk_full=__webpack_require__(36589);
var input_error=__webpack_require__(30199);
var output_guard=__webpack_require__(41059);
var tool_version=__webpack_require__(1041);
var settings_inputs=__webpack_require__(792);
var secret_inputs=__webpack_require__(82820);
var cli_flags=__webpack_require__(7128);
;
const INPUT_SUMMARIES={"What to do":{"mode":`apply plans, then sends; plan and check (the setup of the tenant) send nothing; undo takes a run back`},"The export":{"export":`Path or glob of the export in the workspace; several files are read in name order as one export`,"export-artifact":`Name of the workflow artifact that contains the export`,"export-run-id":`The run that uploaded the artifact`,"export-repository":`The repository of that run, as owner/name`,"github-token":`Token with access to the artifacts of another run or repository (actions: read)`,"export-key":`Decrypts an export that is encrypted with age`,"allow-public-export":`true accepts an unencrypted export in a public repository, where anyone can download it`,"allow-fork-export":`true accepts an export from a run that anybody can cause`,"max-unpacked":`Maximum size to which a compressed export or the artifact may unpack, like 20GB`},"How to read the export":{"format":`csv, ndjson, json, ldif, xml, impex, also as .gz or .zst; auto detects it`,"encoding":`utf-8, utf-16le, utf-16be, windows-1252; auto detects it`,"delimiter":`comma, semicolon, tab, pipe or the character itself; auto detects it`},"The mapping, and passwords to prove it with":{"preset":`Built-in mapping for a source system, such as keycloak or german-csv; mapping then changes parts of it`,"mapping":`Path of the mapping file (YAML)`,"password-canary":`Test accounts with known passwords, as identifier,plaintext, one per line`,"password-secrets":`Secrets of the old system that its hashes contain (pepper, system salt), as name=value, one per line`,"verify-login":`Sends the accounts of password-canary first and logs in as each of them`,"login-client-id":`Client id of an app with the password grant, for verify-login`,"login-client-secret":`The secret of that app`,"compare-mapping":`Path of another mapping, such as the one of the base branch; the report shows what this mapping changes`,"max-newly-invalid":`Most rows that only this mapping makes invalid, as a count or a percentage of all rows`,"fail-on":`Fields and codes that the mapping must not change compared with compare-mapping, separated by commas`},"The tenant":{"tenant-url":`https://… of the tenant`,"check":`If the setup of the tenant would lose data: error sends nothing, warn only reports it, off skips the check`,"check-domains":`Looks up the domain of every e-mail address: warn counts those without mail, error rejects them, off does nothing`,"client-id":`Client id of an app with the client credentials grant and the scope cidaas:bulk_user_create`,"client-secret":`The secret of that app, at least 8 characters`},"How fast to send, and how long to try":{"batch-size":`Users per request, 1 to 1000. cidaas recommends 25 to 50`,"concurrency":`Maximum number of requests in flight; auto finds how many the tenant takes`,"max-concurrency":`Most requests in flight that concurrency auto tries`,"max-requests-per-second":`Maximum number of requests per second; 0 is no limit`,"request-timeout":`Seconds to wait for the answer to a request`,"max-attempts":`How often a batch is sent before its rows end as unknown; requests during an outage of the tenant do not count`,"outage-patience":`How long the run waits for a tenant that is away, like 90s, 10m or 1h`,"threads":`Threads that plan besides the main one, 0 to 32`},"When to send nothing, when to stop, when to fail":{"min-rows":`An export with fewer rows is an error, and nothing is sent`,"min-planned":`A plan with fewer users is an error, and nothing is sent; users that a delta leaves unchanged count as planned`,"allow-partial-export":`true accepts an export that says of itself that more users exist than it holds, such as the first page of a list`,"fail-above":`The step fails if more rows than this (a count, or a share like 1%) end as invalid, failed or unknown`,"abort-above":`If more rows than this are invalid, nothing is sent; if more end as failed or unknown, sending stops`},"Deltas":{"sync":`full sends every planned user; delta leaves out users that have not changed since the last state`,"max-changed":`A delta that would send more users than this (a count, or a share of the rows) sends nothing`,"max-missing":`A delta in which more known users than this are newly missing (a count, or a share of the known users) sends nothing`,"missing-users":`What a delta does with users who are no longer in the export`},"Go-live":{"expected-plan":`The digest of the approved plan; nothing is sent if export, mapping, tenant or options differ`,"export-max-age":`Maximum age of the export, such as 12h or 2d; an older export is rejected`,"pilot":`Sends only this many users, with every password algorithm among them; the next run continues`,"verify-sample":`After the import, reads this many random users back and compares them with what was sent`},"Continuing an earlier run":{"time-limit":`Minutes after which the run stops cleanly and reports what is unsent; set it below the time limit of the job`,"resume":`auto continues an earlier attempt of this run, so that settled users are not sent again; none starts over`,"resume-run-id":`Another run of this workflow to continue (actions: read)`,"undo-run-id":`The run of this workflow that mode undo takes back (actions: read)`,"state-key":`Secret of at least 16 characters that encrypts the data kept between runs`,"queue-url":`postgres://user:password@host:5432/database of a PostgreSQL through which several machines send`,"role":`lead plans, sends and reports; work only sends what a lead planned`},"The report":{"report-name":`Name of the report artifact`,"report-dir":`Folder for the report files`,"report-identifiers":`How e-mail addresses, user names, phone numbers and subs are shown in the report, masked, full or none`,"language":`Language of the report page, the job summary and the comment, en or de`,"retention-days":`How long the report artifact is kept; 0 is the default of the repository`,"comment":`Comment with the result on the pull request: auto (on pull request events), always, never`}};
;
const EXIT_CODES={succeeded:0,failed:1,aborted:2,error:3,cancelled:130};
;
const CLI_DEFAULTS={"report-dir":`./migration-report`};
const OWN_FLAGS={"state-dir":`Private folder for what the next run needs: progress to continue from, the state of deltas`,forecast:`With --mode plan: prints how long sending would take, and what it stores`,yes:`Sends to a tenant without asking on a terminal`,json:`Prints the head of report.json on standard output, and everything else on standard error`,quiet:`Prints nothing but errors, and how a run ended that did not succeed`,verbose:`Also prints the settings, every request and the time of each line`};
function cliHelp(){
const groups=Object.entries(INPUT_SUMMARIES).map(([title,inputs])=>{
const flags=Object.entries(inputs).filter(([name])=>!(name in settings_inputs.cW));
return[title,flags.map(([name,text])=>[name,withDefault(name,text)])]});
const own=Object.entries(OWN_FLAGS).map(([name,text])=>[name,withDefault(name,text)]);
const all=[...groups,[`Flags that only the command has`,own]];
const width=Math.max(...all.flatMap(([,flags])=>flags.map(([name])=>name.length)))+4;
const exitCodes=Object.entries(EXIT_CODES).map(([outcome,code])=>`${code} ${outcome}`);
return[`cidaas-migrate moves the users of a legacy system into cidaas.`,``,`Usage: cidaas-migrate --mode plan --export users.csv --mapping mapping.yml`,`       cidaas-migrate --export users.csv --mapping mapping.yml --tenant-url https://acme.cidaas.de`,`       cidaas-migrate --version`,``,"Commands (`cidaas-migrate help init` lists the flags of init, and so on):",`  init users.csv --out mapping.yml    proposes a first mapping for an export, or writes a sample of it with invented values`,`  explain --row 12                    shows what becomes of one record, step by step; takes the flags of a plan`,`  sandbox [--port 8080]               starts a local stand-in for a tenant`,`  verifier [--port 8443]              checks passwords at the login that cidaas cannot check itself`,`  help [command]                      prints this, or the help of a command`,...all.flatMap(([title,flags])=>[``,`${title}:`,...flags.map(([name,text])=>`  ${`--${name}`.padEnd(width)}${text}`)]),``,`Secrets come from the environment: ${Object.values(settings_inputs.cW).join(`, `)}`,`Colours appear on a terminal; NO_COLOR=1 turns them off, FORCE_COLOR=1 on.`,`Exit codes: ${exitCodes.join(`, `)}. docs/reference.md explains every flag.`,``].join(`
`)}
function withDefault(name,text){
const standards={...settings_inputs.mc,...settings_inputs.hi,...CLI_DEFAULTS};
const standard=standards[name]??``;
return standard===``||standard===`false`?text:`${text} (default: ${standard})`}
var entry_interrupt=__webpack_require__(65659);
var runtime_log=__webpack_require__(94998);
var terminal_style=__webpack_require__(51550);
;
function outputWishes(args){
return{isJson:args.includes(`--json`),isQuiet:args.includes(`--quiet`),isVerbose:args.includes(`--verbose`)}}
function openShell(guard,env,wishes,{wallNow}){
const out=guard.ownStream(process.stdout);
const err=guard.ownStream(process.stderr);
const{isJson,isQuiet,isVerbose}=wishes;
const stamp=isVerbose?()=>new Date(wallNow()).toISOString().slice(11,23):null;
const options={paintOut:(0,terminal_style.ev)(out,env),paintErr:(0,terminal_style.ev)(err,env),isQuiet,stamp};
const errLog=(0,runtime_log.a)(err,err,options);
const log=isJson?errLog:(0,runtime_log.a)(out,err,options);
guard.deliverTo(written=>{
const{kind,text}=(0,output_guard.n)(written);
if(text===``)return;
if(kind===`info`)log.notice(text);
if(kind===`debug`&&isVerbose)log.info(text)});
return{out,err,log,errLog,hasColours:(0,terminal_style.uI)(out,env),wishes}}
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var run_folder=__webpack_require__(87533);
var github_retry=__webpack_require__(40535);
var closing_lines=__webpack_require__(87927);
var failure_tally=__webpack_require__(27675);
var number_text=__webpack_require__(95064);
;
const TYPICAL_BYTES={ledger:850,resume:31,state:119,report:36};
const LEG_MS=330*6e4;
const LEGS=6;
function sendingMs(users,{batchSize,concurrency,latencyMs,requestsPerSecond}){
const requests=Math.ceil(users/batchSize);
const limited=requestsPerSecond===null?0:requests/requestsPerSecond*1e3;
return Math.max(Math.ceil(requests/concurrency)*latencyMs,limited)}
function legsNeeded(planMs,sendMs){
if(planMs>=LEG_MS)return null;
const legs=Math.max(1,Math.ceil(sendMs/(LEG_MS-planMs)));
return legs>LEGS?null:legs}
const INTERIM_MS=null&&10*6e4;
function resumeUploadBytes(users,sendMs,legs){
const copies=sendMs/legs>INTERIM_MS?2:1;
return Math.round(copies*users*TYPICAL_BYTES.resume*(legs+1)/2)}
const AUTO_EXAMPLES=[2,8];
const LATENCIES_MS=[200,1e3,5e3];
function forecastLines(facts){
const{users,planMs,batchSize,concurrency,requestsPerSecond,ledgerBytes}=facts;
const requests=Math.ceil(users/batchSize);
const lines=[`Forecast for ${(0,number_text.hS)(users,`user`)} in ${(0,number_text.hS)(requests,`request`)} of up to ${batchSize}:`];
lines.push(`  Planning: ${(0,number_text.p0)(planMs)}, as measured now.`);
const{mode,max}=concurrency;
if(mode===`auto`)lines.push(`  Sending finds how many requests at a time the tenant takes, up to max-concurrency: ${max}.`);
const levels=mode===`fixed`?[max,max*2,max*4]:[...AUTO_EXAMPLES.filter(each=>each<max),max];
for(const each of levels){
const times=LATENCIES_MS.map(latencyMs=>{
const pace={batchSize,concurrency:each,latencyMs,requestsPerSecond};
return`${(0,number_text.p0)(sendingMs(users,pace))} at ${(0,number_text.p0)(latencyMs)} a request`});
lines.push(`  Sending ${mode===`fixed`?`with concurrency`:`if it takes`} ${each}: ${times.join(`, `)}.`)}
if(requestsPerSecond!==null)lines.push(`  None is faster than max-requests-per-second: ${requestsPerSecond} allows.`);
const disk=Math.max(ledgerBytes,users*TYPICAL_BYTES.ledger);
const{resume,state,report}=TYPICAL_BYTES;
lines.push(`  Disk of the runner: ${(0,number_text.Ej)(disk)}. Artifacts: report ${(0,number_text.Ej)(users*report)}, resume ${(0,number_text.Ej)(users*resume)}, state ${(0,number_text.Ej)(users*state)}.`);
const slowest=sendingMs(users,{batchSize,concurrency:levels[0]??1,latencyMs:1e3,requestsPerSecond});
if(planMs+slowest>LEG_MS)lines.push(`  At 1 s a request${mode===`auto`?` and ${levels[0]} at a time`:``}, that is more than one job of GitHub: use examples/large.yml.`);
return lines}
const TABLE_USERS=null&&[1e4,1e5,1e6,1e7];
const paceOf=(latencyMs,concurrency,requestsPerSecond=null)=>({batchSize:50,concurrency,latencyMs,requestsPerSecond});
const LIMITED=paceOf(1e3,8,2);
const USUAL=paceOf(1e3,8);
const TABLE_PACES=[paceOf(200,4),paceOf(200,8),paceOf(1e3,4),USUAL,paceOf(1e3,32),LIMITED];
const PLAN_MS_PER_USER=.2;
function durationTable(){
const paces=TABLE_PACES.map(({latencyMs,concurrency,requestsPerSecond})=>requestsPerSecond===null?`${duration(latencyMs)} × ${concurrency}`:`${requestsPerSecond} requests/s`);
const rows=TABLE_USERS.map(users=>{
const planMs=users*PLAN_MS_PER_USER;
const times=TABLE_PACES.map(pace=>{
const sendMs=sendingMs(users,pace);
return duration(planMs*(legsNeeded(planMs,sendMs)??LEGS)+sendMs)});
return[count(users),...times,duration(planMs)]});
return markdownTable([`users`,...paces,`cidaas-migrate itself`],rows)}
function sizingTable(){
const rows=TABLE_USERS.map(users=>{
const planMs=users*PLAN_MS_PER_USER;
const{ledger,resume,state,report}=TYPICAL_BYTES;
const slowest=sendingMs(users,LIMITED);
const uploaded=resumeUploadBytes(users,slowest,legsNeeded(planMs,slowest)??LEGS);
const sizes=[users*ledger,users*resume,uploaded,users*state,users*report].map(size);
return[count(users),...[USUAL,LIMITED].map(pace=>jobsCell(planMs,sendingMs(users,pace))),...sizes]});
const heads=[`users`,`1 s × 8`,`2 requests/s`,`disk`,`resume`,`resume, all uploads`,`state`,`report`];
return markdownTable(heads,rows)}
function markdownTable(head,rows){
const line=cells=>`| ${cells.join(` | `)} |`;
return[line(head),line(head.map(()=>`---`)),...rows.map(line)].join(`
`)}
function jobsCell(planMs,sendMs){
const legs=legsNeeded(planMs,sendMs);
if(legs===null)return`too long for ${LEGS} jobs`;
const minutes=Math.ceil((planMs*legs+sendMs)/6e4);
return`${counted(legs,`job`)}, ${count(minutes)} min`}
var expression_process=__webpack_require__(37407);
var progress_line=__webpack_require__(6924);
var progress_log=__webpack_require__(36282);
;
const EVERY_MS=100;
const BAR_WIDTH=24;
const MIN_COLUMNS_FOR_BAR=90;
function withoutJumps(stream){
return{isTTY:stream.isTTY,get columns(){
return stream.columns},write:text=>text===`\x1B7`||text===`\x1B8`||stream.write(text)}}
async function progressBar(stream,now){
const{default:cliProgress}=await __webpack_require__.e(8502).then(__webpack_require__.t.bind(__webpack_require__,98502,19));
const isDue=(0,progress_log.nF)(now,EVERY_MS);
const measure=(0,progress_log.d1)(now);
const bar=new cliProgress.SingleBar({stream:withoutJumps(stream),fps:1e3/EVERY_MS,hideCursor:false,linewrap:true,gracefulExit:false,format:({barCompleteString=``,barIncompleteString=``},{progress},{text})=>{
if((stream.columns??80)<MIN_COLUMNS_FOR_BAR)return text;
const full=Math.floor(progress*BAR_WIDTH);
return`${barCompleteString.slice(0,full)}${barIncompleteString.slice(0,BAR_WIDTH-full)} ${Math.floor(progress*100)} % · ${text}`},barsize:BAR_WIDTH,barCompleteChar:`█`,barIncompleteChar:`░`});
let text=``;
function show(done,total){
if(bar.isActive)bar.update(done,{text});else bar.start(total,done,{text})}
return{planned:rows=>{
if(isDue())stream.write(`\r\u001b[2K${(0,number_text.U9)(rows)} rows planned`)},sent:(done,total,failed)=>{
measure.start();
const isLast=done>=total;
if(!isDue(isLast||!bar.isActive))return;
text=(0,progress_line.o)(measure.progress(done,total,failed));
show(done,total);
if(isLast)bar.stop()},waiting:(ms,code)=>{
if(!isDue(ms>=1e3))return;
if(bar.isActive)bar.update({text:`${text} · ${(0,progress_log.rQ)(ms,code)}`});else stream.write(`\r\u001b[2K${(0,progress_log.rQ)(ms,code)}`)},end:()=>{
if(bar.isActive)bar.stop();else stream.write(`\r\x1B[2K`)}}}
var read_settings=__webpack_require__(25503);
var fleet=__webpack_require__(21348);
var job=__webpack_require__(89577);
var external_node_fs_=__webpack_require__(73024);
var external_node_os_=__webpack_require__(48161);
var external_node_sqlite_=__webpack_require__(80099);
var ledger_ledger=__webpack_require__(24758);
var run_notes=__webpack_require__(2896);
var sealed_file=__webpack_require__(89320);
;
function stateFolder(dir){
const resume=(0,external_node_path_.join)(dir,`resume.bin`);
const undo=(0,external_node_path_.join)(dir,`undo.bin`);
const state=(0,external_node_path_.join)(dir,`state.bin`);
const sequence=(0,external_node_path_.join)(dir,`state.sequence`);
const retireResume=async()=>{
if(await isFile(resume))await(0,promises_.rename)(resume,undo)};
return{resume:{keepsPieces:false,find:async()=>await isFile(resume)?[keptFile(resume)]:null,put:([written=``])=>replace(resume,written)},undo:{keepsPieces:false,async find(){
const path=await isFile(resume)?resume:undo;
return await isFile(path)?[keptFile(path)]:null},put:async()=>({kind:`kept`,paths:[]}),retire:retireResume},state:{candidates:async()=>({...{files:await isFile(state)?[keptFile(state)]:[],expired:[],listedSince:0},remembered:await readNumber(sequence)}),runOf:async()=>null,async put(written){
const result=await replace(state,written);
await(0,promises_.writeFile)(`${sequence}.part`,String((await(0,sealed_file.KI)(written)).sequence),{mode:384});
await(0,promises_.rename)(`${sequence}.part`,sequence);
return result}},retireResume}}
function isFile(path){
return(0,promises_.stat)(path).then(found=>found.isFile(),()=>false)}
async function readNumber(path){
const text=await(0,promises_.readFile)(path,`utf8`).catch(()=>``);
return/^\d{1,15}$/.test(text)?Number(text):0}
function keptFile(path){
const discard=async()=>undefined;
return{id:path,name:path,storedBy:null,storedAt:0,fetch:async()=>path,discard}}
async function replace(path,written){
await(0,promises_.mkdir)((0,external_node_path_.dirname)(path),{recursive:true,mode:448});
const part=`${path}.part`;
await(0,promises_.copyFile)(written,part);
await(0,promises_.rename)(part,path);
return{kind:`kept`,paths:[written]}}
var open_stores=__webpack_require__(22247);
;
async function openRunStorage(settings,stateDir,log){
const{mode,role}=settings;
const isKept=mode===`apply`&&role===`lead`||mode===`undo`;
if(!isKept||settings.tenant?.kind!==`origin`)return temporaryStorage(stateDir);
await makeStateDir(stateDir);
const unlock=lock((0,external_node_path_.join)(stateDir,`lock.db`));
const folder=(0,external_node_path_.join)(stateDir,`run`);
const kept=stateFolder(stateDir);
try{
await refuseForeignState(settings,kept.state);
if((0,external_node_fs_.existsSync)((0,run_folder.t)(folder)))await recoverKilledRun(settings,folder,kept.resume,log);
await(0,run_folder.v)(folder);
await(0,promises_.mkdir)(folder,{mode:448});
await(0,promises_.writeFile)((0,external_node_path_.join)(folder,`.gitignore`),`*
`)}catch(error){
unlock();
throw error}
let isRemovable=false;
return{folder,resumeFiles:mode===`undo`?kept.undo:kept.resume,stateStore:kept.state,async finish({outcome,totals},{isResumeSaved,state}){
const isFinished=state!==`lost`&&(outcome===`succeeded`||outcome===`failed`);
const isDone=isFinished&&totals.failed+totals.unknown+totals.unsent===0;
if(isDone&&mode===`apply`)await kept.retireResume();
isRemovable=isDone||isResumeSaved},async[Symbol.asyncDispose](){
if(isRemovable)await(0,run_folder.v)(folder);
unlock()}}}
async function makeStateDir(stateDir){
const found=await(0,promises_.stat)(stateDir).catch(()=>null);
if(found?.isDirectory()===false)throw new input_error.d([`--state-dir: ${stateDir} is not a folder.`]);
await(0,promises_.mkdir)(stateDir,{recursive:true,mode:448});
const replaced=[`state.bin`,`state.sequence`,`resume.bin`].flatMap(name=>[name,`${name}.part`]);
for(const name of[`lock.db`,...replaced]){
const path=(0,external_node_path_.join)(stateDir,name);
const file=await(0,promises_.stat)(path).catch(()=>null);
if(file?.isFile()===false)throw new input_error.d([`--state-dir: ${path} is a folder or a device, not a file. Remove it, or use another folder.`])}}
async function temporaryStorage(stateDir){
const folder=await(0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(),`cidaas-migrate-`));
return{folder,resumeFiles:{keepsPieces:false,find:async()=>null,put:async()=>({kind:`kept`,paths:[]})},stateStore:stateFolder(stateDir).state,finish:async()=>undefined,[Symbol.asyncDispose]:()=>(0,run_folder.v)(folder)}}
async function refuseForeignState({tenant,stateKey},store){
if(tenant?.kind!==`origin`||stateKey===null)return;
for(const{name:path}of(await store.candidates(`all`,0)).files){
const seal=await(0,sealed_file.KI)(path).catch(()=>null);
if(seal===null||seal.tenant===tenant.origin)continue;
throw new input_error.d([`--state-dir: the state in this folder belongs to ${seal.tenant}. Use another --state-dir for runs against ${tenant.origin}.`])}}
async function recoverKilledRun(settings,folder,resumeFiles,log){
const ledger=new ledger_ledger.O((0,run_folder.t)(folder));
try{
const record=(0,run_notes.F3)(ledger);
if(record===undefined||!(0,run_notes.I1)(ledger))return;
if(settings.tenant?.kind===`origin`&&record.tenant!==settings.tenant.origin){
throw new input_error.d([`--state-dir: a run against ${record.tenant} was interrupted in this folder. Finish that run first, or use another --state-dir for this one.`])}
const owner={folder,workflow:``,run:null,branch:``,sync:``,resumeFiles,log};
await(0,open_stores.hX)(settings,owner,ledger,undefined,record.startedAt)?.save(null);
log.notice(`An earlier run was interrupted; the rows that it had settled were recovered from its ledger.`)}finally{
ledger.close()}}
function lock(path){
const db=new external_node_sqlite_.DatabaseSync(path);
try{
db.exec(`PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE`)}catch(cause){
db.close();
if(!isBusy(cause))throw cause;
throw new input_error.d([`--state-dir: another run is using this folder. Wait until it has finished, or use another --state-dir.`],{cause})}
return()=>db.close()}
function isBusy(error){
return error instanceof Error&&`errcode`in error&&error.errcode===5}
var external_node_readline_=__webpack_require__(80481);
var until_stopped=__webpack_require__(14124);
;
function terminalQuestions(input,output){
if(input.isTTY!==true||output.isTTY!==true)return null;
const asked=(0,external_node_readline_.createInterface)({input});
const lines=asked[Symbol.asyncIterator]();
return{show:text=>void output.write(`${text}\n`),async ask(question,stop){
output.write(question);
const{done,value}=await(0,until_stopped.s)(lines.next(),stop);
return done===true?null:value.trim()},[Symbol.dispose]:()=>asked.close()}}
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
function terminalConfirm(input,output){
if(input.isTTY!==true||output.isTTY!==true)return null;
return async(question,stop)=>{
const env_1={stack:[],error:void 0,hasError:false};
try{
const questions=__addDisposableResource(env_1,terminalQuestions(input,output),false);
return/^y(?:es)?$/i.test(await questions?.ask(question,stop)??``)}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}}
;
var shell_run_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){
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
var shell_run_disposeResources=undefined&&undefined.__disposeResources||(function(SuppressedError){
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
async function migrateFromShell({values,problems},env,{out,err,log,wishes},interrupt){
const env_1={stack:[],error:void 0,hasError:false};
try{
const isForecastOfOther=values.forecast!==undefined&&values.mode!==`plan`;
const found=isForecastOfOther?[...problems,"--forecast: only a plan is forecast. Add `--mode plan`, or leave --forecast out."]:problems;
const settings=(0,read_settings.s)(name=>inputOf(name,values,env),found);
if(wishes.isVerbose)for(const line of settingLines(name=>inputOf(name,values,env)))log.info(line);
interrupt.limitTime(settings.timeLimitMs);
const storage=shell_run_addDisposableResource(env_1,await openRunStorage(settings,(0,external_node_path_.resolve)(values[`state-dir`]??settings_inputs.hi[`state-dir`]),log),true);
const bar=(0,terminal_style.b4)(err,env)&&!wishes.isQuiet&&!wishes.isVerbose?await progressBar(err,clock.m.now):null;
const environment={cwd:process.cwd(),workspace:null,folder:storage.folder,env,log,progress:bar??(0,progress_log.mS)(log,clock.m.now),...wishes.isVerbose&&{onRequest:request=>log.info(requestLine(request))},openEvaluator:stop=>new expression_process.i(stop),stop:interrupt.stop,abortInFlight:interrupt.abortInFlight,patience:(0,github_retry.h)(interrupt.stop,settings.timeLimitMs),run:null,toolVersion:tool_version.w,onSecret:log.secret,confirm:values.yes===`true`||(env.CI??``)!==``?null:terminalConfirm(process.stdin,err),workflow:``,resumeFiles:storage.resumeFiles,stateStore:storage.stateStore,branch:``,sync:``};
if(settings.role===`work`){
const{outcome,message,isWarning}=await(0,fleet.W)(settings,environment);
bar?.end();
if(isWarning)log.warning(message);else log.verdict(message,TONES[outcome]);
if(wishes.isJson)out.write(`${(0,report_json.OH)(outcome,[message],tool_version.w)}\n`);
return EXIT_CODES[outcome]}
const{head,report,kept}=await(0,job.b)(settings,environment,async()=>undefined);
bar?.end();
const forecast=values.forecast===undefined?[]:await forecastOf(head,settings,storage.folder);
await storage.finish(head,kept);
const fileNames=head.export.files.map(({name})=>name);
const more=group=>(0,failure_tally.Ku)(group,settings.report.identifiers,fileNames);
for(const line of(0,closing_lines.P)(head,report.failures.groups(),report.json,more))log.info(line);
for(const line of forecast)log.info(line);
log.verdict((0,closing_lines.M)(head),TONES[head.outcome]);
if(wishes.isJson)out.write(`${(0,report_json.Zh)(head,settings.report.identifiers)}\n`);
return EXIT_CODES[head.outcome]}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=shell_run_disposeResources(env_1);
if(result_1)await result_1}}
const TONES={...{succeeded:`good`,failed:`bad`,error:`bad`,aborted:`stopped`,cancelled:`stopped`}};
async function forecastOf({totals,durationMs},{batchSize,concurrency,maxRequestsPerSecond},folder){
const requestsPerSecond=maxRequestsPerSecond===0?null:maxRequestsPerSecond;
const{size:ledgerBytes}=await(0,promises_.stat)((0,run_folder.t)(folder));
const plan={users:totals.planned,planMs:durationMs,ledgerBytes};
return forecastLines({...plan,batchSize,concurrency,requestsPerSecond})}
function inputOf(name,flags,env){
const variable=settings_inputs.cW[name];
return variable===undefined?flags[name]??CLI_DEFAULTS[name]??``:env[variable]??``}
function settingLines(input){
const names=Object.keys(settings_inputs.mc);
return names.filter(name=>!(name in settings_inputs.cW)&&input(name)!==``&&input(name)!==settings_inputs.mc[name]).map(name=>`Setting: ${name} = ${input(name)}`)}
function requestLine({status,ms,users}){
return`Request: ${(0,number_text.hS)(users,`user`)}, ${status===null?`no answer`:`status ${status}`}, ${(0,number_text.U9)(ms)} ms`}
var uncaught_errors=__webpack_require__(62313);
;
var cli_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){
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
var cli_disposeResources=undefined&&undefined.__disposeResources||(function(SuppressedError){
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
async function runCli(args,env){
const env_1={stack:[],error:void 0,hasError:false};
try{
const guard=cli_addDisposableResource(env_1,new output_guard.j,false);
const shell=openShell(guard,env,outputWishes(args),clock.m);
const _uncaught=cli_addDisposableResource(env_1,(0,uncaught_errors.f)(async error=>shell.log.error(describe(error)),EXIT_CODES.error),false);
const interrupt=cli_addDisposableResource(env_1,(0,entry_interrupt.v)(),false);
try{
return await runCommand(args,env,shell,interrupt)}catch(error){
return reportFailure(error,shell,interrupt)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
cli_disposeResources(env_1)}}
async function runCommand(args,env,shell,interrupt){
for(const[name,variable]of Object.entries(settings_inputs.cW)){
for(const text of(0,secret_inputs.Vh)(name,env[variable]??``))for(const log of[shell.log,shell.errLog])log.secret(text)}
const{command,rest}=(0,cli_flags.U)(args);
switch(command){case`sandbox`:return await runSandbox(rest,env,shell,interrupt);case`verifier`:return await serveVerifier(rest,env,shell,interrupt);case`init`:return await proposeMapping(rest,env,shell,interrupt);case`explain`:return await explainRecord(rest,env,shell,interrupt);case null:break}
const flags=(0,cli_flags.u)(rest);
switch(flags){case`nothing`:shell.err.write(cliHelp());return EXIT_CODES.error;case`help`:shell.out.write(cliHelp());return 0;case`version`:shell.out.write(`${tool_version.w}\n`);return 0;default:return await migrateFromShell(flags,env,shell,interrupt)}}
function reportFailure(error,{out,log,wishes},{stop}){
const isStopped=stop.aborted&&error===stop.reason;
const outcome=isStopped?stop.reason.outcome:`error`;
const problems=isStopped?[stop.reason.message]:error instanceof input_error.d?error.problems:[describe(error)];
for(const problem of problems)log.error(problem);
if(wishes.isJson)out.write(`${(0,report_json.OH)(outcome,problems.map(log.mask),tool_version.w)}\n`);
return EXIT_CODES[outcome]}
async function runSandbox(args,env,{out,log},{stop}){
const env_2={stack:[],error:void 0,hasError:false};
try{
const{SANDBOX_HELP,serveSandbox}=await Promise.all([__webpack_require__.e(3272),__webpack_require__.e(8920)]).then(__webpack_require__.bind(__webpack_require__,58920));
if(args.includes(`--help`)){
out.write(SANDBOX_HELP);
return 0}
const sandbox=cli_addDisposableResource(env_2,await serveSandbox(args,line=>out.write(`${line}\n`),env.CIDAAS_VERIFIER_TOKEN),true);
if(!stop.aborted)await(0,external_node_events_.once)(stop,`abort`);
log.info(`${sandbox.userCount} users were stored.`);
return 0}catch(e_2){
env_2.error=e_2;
env_2.hasError=true}finally{
const result_1=cli_disposeResources(env_2);
if(result_1)await result_1}}
async function serveVerifier(args,env,{out,log},{stop}){
const env_3={stack:[],error:void 0,hasError:false};
try{
if(args.includes(`--help`)){
out.write((await __webpack_require__.e(6628).then(__webpack_require__.bind(__webpack_require__,56628))).VERIFIER_HELP);
return 0}
const{runVerifier}=await __webpack_require__.e(2344).then(__webpack_require__.bind(__webpack_require__,72344));
const _verifier=cli_addDisposableResource(env_3,await runVerifier(args,{env,log,clock:clock.m}),true);
if(!stop.aborted)await(0,external_node_events_.once)(stop,`abort`);
return 0}catch(e_3){
env_3.error=e_3;
env_3.hasError=true}finally{
const result_2=cli_disposeResources(env_3);
if(result_2)await result_2}}
async function proposeMapping(args,env,{out,err,errLog},{stop}){
const{runInit}=await Promise.all([__webpack_require__.e(8815),__webpack_require__.e(1843),__webpack_require__.e(9188),__webpack_require__.e(3350)]).then(__webpack_require__.bind(__webpack_require__,73350));
const print=text=>void out.write(text);
const openQuestions=()=>terminalQuestions(process.stdin,err);
return EXIT_CODES[await runInit(args,{cwd:process.cwd(),env,log:errLog,stop,print,openQuestions})]}
async function explainRecord(args,env,{out,errLog,hasColours},{stop}){
const{runExplain}=await __webpack_require__.e(7690).then(__webpack_require__.bind(__webpack_require__,77690));
await runExplain(args,{...{cwd:process.cwd(),env,log:errLog,stop},print:text=>void out.write(text),hasColour:hasColours,inputOf:(name,flags)=>inputOf(name,flags,env)});
return 0}
function describe(error){
if(!(error instanceof Error)||(0,disk_full.b)(error))return(0,disk_full.u)(error);
const isSystemError=[error,error.cause].some(each=>each instanceof Error&&`errno`in each);
return isSystemError?error.message:error.stack??error.message}})};