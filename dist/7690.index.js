export const id=7690;
export const ids=[7690];
export const modules={77690:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{runExplain:()=>runExplain});
var promises_=__webpack_require__(51455);
var external_node_os_=__webpack_require__(48161);
var external_node_path_=__webpack_require__(76760);
var external_node_util_=__webpack_require__(57975);
var joined_record_store=__webpack_require__(832);
var ledger_ledger=__webpack_require__(24758);
var run_folder=__webpack_require__(87533);
var github_retry=__webpack_require__(40535);
var text_escape=__webpack_require__(18944);
var number_text=__webpack_require__(95064);
;
const MAX_CHARACTERS=500;
const STYLES={title:`bold`,name:`cyan`,good:`green`,bad:`red`,dim:`dim`};
function explanationText(explanation,hasColour){
const paint=(tone,text)=>hasColour?(0,external_node_util_.styleText)(STYLES[tone],text,{validateStream:false}):text;
const{row,file,line,cells,rules,password,warnings,decision,user}=explanation;
const width=Math.min(30,Math.max(0,...cells.map(({name})=>name.length)));
const sections=[[paint(`title`,`Row ${(0,number_text.U9)(row)}, ${safe(file)}:${line}`)],[paint(`title`,`In the export`),...cells.map(cell=>`  ${paint(`dim`,String(cell.line).padStart(6))}  ${paint(`name`,safe(cell.name).padEnd(width))}  ${safe(cell.value)}`)],[paint(`title`,`Rules`),...rules.flatMap(rule=>ruleLines(rule,paint))],password===null?[]:[`${paint(`title`,`Password`)}: ${safe(password)}`],warnings.length===0?[]:[paint(`title`,`Warnings`),...warnings.map(({code,message,hint})=>`  ${paint(`name`,safe(code))}: ${safe(message)} ${safe(hint)}`)],decisionLines(decision,paint),user===null?[]:[paint(`title`,`Sent to cidaas`),JSON.stringify(user,null,2)]];
const filled=sections.filter(lines=>lines.length>0);
return`${filled.map(lines=>lines.join(`
`)).join(`

`)}\n`}
function ruleLines({field,at,applies,input,steps,result,problem},paint){
const head=`  ${paint(`name`,safe(field))} ${paint(`dim`,`(${safe(at)})`)}`;
if(!applies)return[`${head}: not for this record`];
const made=problem===null?paint(`good`,safe(result??`left out`)):paint(`bad`,safe(problem));
const taken=steps.map(({name,result:after})=>`    ${name.padEnd(8)} ${safe(after??`nothing`)}`);
return[`${head}: ${made}`,...input===null?[]:[`    ${`read`.padEnd(8)} ${safe(input)}`],...taken]}
function decisionLines({outcome,code,message,hint,status},paint){
const decided=paint(outcome===`planned`?`good`:`bad`,outcome);
const why=[code===null||code===outcome?null:`${code}:`,message,hint].filter(text=>text!==null);
return[`${paint(`title`,`Decision`)}: ${decided}${status===null?``:`, ${safe(status.name)} because of ${safe(status.reason)}`}`,...why.length===0?[]:[`  ${safe(why.join(` `))}`],...outcome===`planned`?[paint(`dim`,`  A plan of the whole export also compares this user with all others (duplicate).`)]:[]]}
function safe(text){
return(0,text_escape._s)((0,text_escape.ml)(text,MAX_CHARACTERS))}
var record_cells=__webpack_require__(52017);
var user_identifiers=__webpack_require__(28627);
var input_step=__webpack_require__(13156);
var row_explainer=__webpack_require__(72696);
var row_preparation=__webpack_require__(60165);
var sample_step=__webpack_require__(35109);
;
async function explainOne(settings,ports,wanted){
const{exported,mapping}=await(0,input_step.l)(settings,ports);
if(exported===null)return null;
const prepared=await(0,row_preparation.D)(ports,exported,mapping?.mapping??null);
const record=await find(exported,prepared.mappers,wanted,ports.stop);
if(record===null)return null;
return(0,row_explainer.X)(exported,mapping?.mapping??null,prepared)(record,await(0,sample_step.x$)(settings,mapping))}
async function find(exported,mappers,wanted,stop){
for await(const chunk of exported.records()){
stop.throwIfAborted();
const found=wanted.kind===`row`?chunk.find(({row})=>row===wanted.row):await findText(chunk,exported,mappers,wanted.text.trim().toLowerCase());
if(found!==undefined)return found}
return null}
async function findText(chunk,{files},mappers,text){
const isText=value=>(typeof value===`string`||typeof value===`number`)&&String(value).trim().toLowerCase()===text;
const index=chunk[0]?.file??0;
const columns=files[index]?.columns??null;
const inCells=chunk.find(({body,line})=>(0,record_cells.n)(body,columns,line).some(({value})=>isText(value)));
if(inCells!==undefined)return inCells;
const mapper=mappers[index];
await mapper?.prepare?.(chunk);
return chunk.find(record=>{
const mapped=mapper?.(record);
if(mapped===undefined)return false;
const identifiers=mapped.kind===`user`?(0,user_identifiers.Sd)(mapped.user):mapped.identifiers;
return Object.values(identifiers).some(isText)})}
var export_opener=__webpack_require__(74328);
var expression_process=__webpack_require__(37407);
var clock=__webpack_require__(10552);
var input_error=__webpack_require__(30199);
var read_settings=__webpack_require__(25503);
var cli_flags=__webpack_require__(7128);
var mapping_source=__webpack_require__(9386);
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
const EXPLAIN_HELP=`Shows the way of one record: its cells, what each rule does with them, warnings, the decision, and the JSON that would be sent.

Usage: cidaas-migrate explain --export users.csv --mapping mapping.yml --row 12
       cidaas-migrate explain --export users.csv --mapping mapping.yml --find jane@example.com

  --row ROW     the record with this row number, as reports show it
  --find TEXT   the first record that has this text as a value or an identifier, in any case
  --json        prints the explanation as JSON
  --help        prints this

All flags of a plan that say how export and mapping are read apply, too (\`cidaas-migrate --help\`). Values are masked unless
--report-identifiers is full; passwords, hashes and salts are never shown. Nothing is sent anywhere.
`;
const SEE_HELP="(`cidaas-migrate explain --help`)";
async function runExplain(args,environment){
const{log,print,hasColour,inputOf}=environment;
const{wanted,isJson,rest}=readWanted(args);
const flags=args.includes(`--help`)||args.length===0?`help`:(0,cli_flags.u)(rest);
if(typeof flags===`string`){
print(EXPLAIN_HELP);
return}
const problems=[...`problem`in wanted?[wanted.problem]:[],...flags.problems];
const settings=(0,read_settings.s)(name=>name===`mode`?`plan`:inputOf(name,flags.values),problems);
for(const warning of settings.warnings)log.warning(warning);
const explanation=await explain(settings,wanted,environment);
if(explanation===null)throw new input_error.d([notFound(wanted)]);
print(isJson?`${(0,text_escape.GO)(JSON.stringify(explanation,null,2))}\n`:explanationText(explanation,hasColour))}
async function explain(settings,wanted,{cwd,env,log,stop}){
const env_1={stack:[],error:void 0,hasError:false};
try{
const folder=await(0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(),`cidaas-migrate-`));
const ledger=new ledger_ledger.O((0,run_folder.t)(folder));
const evaluator=__addDisposableResource(env_1,new expression_process.i(stop),false);
try{
const environment={cwd:(0,external_node_path_.resolve)(cwd),workspace:null,folder,env,log,stop,patience:(0,github_retry.h)(stop,0)};
return await explainOne(settings,{...(0,export_opener.y)(settings,environment),...{ledger,evaluator,log,stop,state:null},clock:clock.m,joinStore:target=>new joined_record_store.S(target),readMappingFile:()=>(0,mapping_source.n)(settings,environment)},wanted)}finally{
ledger.close();
await(0,run_folder.v)(folder)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
function readWanted(args){
const own={row:{type:`string`},find:{type:`string`},json:{type:`boolean`}};
const{tokens}=(0,external_node_util_.parseArgs)({args:[...args],options:own,strict:false,allowPositionals:true,tokens:true});
const taken=new Set;
const given={};
for(const token of tokens){
if(token.kind!==`option`||!Object.hasOwn(own,token.name))continue;
taken.add(token.index);
if(token.name!==`json`&&token.value!==undefined&&!token.inlineValue)taken.add(token.index+1);
given[token.name]=token.value??``}
const rest=args.filter((_,index)=>!taken.has(index));
return{wanted:wantedRecord(given.row,given.find),isJson:given.json!==undefined,rest}}
function wantedRecord(row,find){
if(row===undefined===(find===undefined))return{problem:`explain: give either --row with a row number or --find with a value ${SEE_HELP}`};
if(find!==undefined)return find.trim()===``?{problem:`--find: the value is missing ${SEE_HELP}`}:{kind:`text`,text:find};
const number=/^\d{1,15}$/.test(row??``)?Number(row):0;
return number<1?{problem:`--row: expected a whole number from 1`}:{kind:`row`,row:number}}
function notFound(wanted){
return wanted.kind===`row`?`The export has no row ${wanted.row}. Rows are counted over all files from 1, without headers.`:`No record of the export has this value. --find compares whole values, in any case; look for the row number in the report instead.`}})};