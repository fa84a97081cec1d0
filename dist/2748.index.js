export const id=2748;
export const ids=[2748];
export const modules={219:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>PLAIN_CELLS,a:()=>cellReader});
const PLAIN_CELLS={unquote:null,emptyWords:[],nullMarks:true,keep:[]};
function cellReader({unquote}){
if(unquote===null)return cell=>cell;
return cell=>{
const text=cell?.trimStart();
return text?.startsWith(unquote)?text.slice(unquote.length):cell}}}),59295:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{l:()=>comparedText});
var _text_invisible_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(35880);
function comparedText(text){
const shown=(0,_text_invisible_js__WEBPACK_IMPORTED_MODULE_0__.OT)(text).trim();
return WHOLE_NUMBER.test(shown)?shown.slice(0,shown.indexOf(`.`)):shown}
const WHOLE_NUMBER=/^-?\d+\.0+$/}),66713:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{gC:()=>compileField,hp:()=>compileFields,At:()=>hasOptionalDefault});
var cidaas_fields=__webpack_require__(34952);
var field_rule=__webpack_require__(68337);
var condition=__webpack_require__(13092);
var missing_source=__webpack_require__(85416);
;
function emptyValue({empty,at,field},constant,makeError,{statusWayOut}){
switch(empty?.kind){case`default`:return constant(empty.value);case`clear`:return null;case`refuse`:return(0,missing_source.Qh)(field===`userStatus`?statusWayOut:null,at,makeError);case undefined:return undefined}}
var field_converter=__webpack_require__(88065);
var field_error=__webpack_require__(6703);
var compile_convert=__webpack_require__(19183);
var expressions=__webpack_require__(49852);
var record_limit=__webpack_require__(36761);
var source_path=__webpack_require__(61071);
var source_reader=__webpack_require__(1088);
var source_value=__webpack_require__(52003);
var value_cleaner=__webpack_require__(28058);
;
function readSource(rule,source,constant,makeError,context,use){
switch(source.kind){case`value`:{
const value=constant(source.value);
return()=>value}case`expr`:return readExpression(context.expressions.reading(source.text,source.at),source.at,makeError);case`first`:case`concat`:{
const reads=source.refs.map(ref=>context.reader.reading(ref,use)).filter(read=>read!==source_reader.sj);
if(reads.length>0){
const read=source.kind===`first`?firstFilled(reads):joined(reads,source.separator,rule.at,makeError);
return readable(read,source.refs,makeError)}
if(rule.empty?.kind===`refuse`&&!(context.isStatusMissing&&rule.field===`userStatus`))context.problems.push((0,missing_source.aP)(rule,source.refs,context.statusWayOut));
return source_reader.sj}}}
function firstFilled(reads){
const[only,...others]=reads;
if(only!==undefined&&others.length===0)return only;
return body=>{
let unread;
for(const read of reads){
const value=read(body);
if((0,source_value.Im)(value))continue;
if(value!==source_path.nw)return value;
unread=value}
return unread}}
function readable(read,refs,makeError){
const names=refs.map(({text})=>`"${text}"`).join(` or `);
const at=refs[0]?.at??``;
const otherShape=makeError(`value.unread`,`has a value in the source, but not in the shape of ${names} (${at}), or not in readable characters`,"Write the rule of this field in your mapping with a path to where the value is, such as `from: emails[0]`, or correct the source.");
const unknown=makeError(`value.unread`,`cannot be decided: ${names} (${at}) has a word for a value that the source could not give, such as #NV or N/A, or only control characters`,"Correct the cell in the source (bits as 0 and 1), or give the word a meaning in the rule: `table: { N/A: … }`.");
return body=>{
const value=read(body);
if(typeof value!==`symbol`)return value;
return value===value_cleaner.P?unknown:otherShape}}
function joined(reads,separator,at,makeError){
const text=(0,compile_convert.fE)(`all`,makeError);
return body=>{
const parts=[];
let length=0;
for(const read of reads){
const value=read(body);
if((0,source_value.Im)(value))continue;
if(typeof value===`symbol`)return value;
const part=text(value);
if(typeof part!==`string`)return part;
length+=part.length+separator.length;
if(parts.length>0&&length>record_limit.l+separator.length)throw record_limit.f.text("the result of `concat`",at);
parts.push(part)}
return parts.join(separator)}}
function readExpression(read,at,makeError){
const errors=new Map;
return body=>{
const value=read(body);
if(!(value instanceof expressions.j))return value;
const error=errors.get(value.code)??expressionError(value.code,at,makeError);
errors.set(value.code,error);
return error}}
function expressionError(code,at,makeError){
const tooMuch={time:`more than a second`,memory:`too much memory`,length:`more than ${record_limit.l} characters`};
if(code===`time`||code===`memory`||code===`length`)return makeError(`expr.limit`,`could not be computed: its expression (${at}) takes ${tooMuch[code]} for this record`,"Make the expression cheaper, or read the value without one: `from: …`.");
return makeError(`expr.failed`,`could not be computed: its expression failed with ${code}`,"Look up the code in the documentation of JSONata and correct the expression, or read the value without one: `from: …`.")}
var record_region=__webpack_require__(39249);
var bounded_cache=__webpack_require__(33618);
var compared_text=__webpack_require__(59295);
var date=__webpack_require__(25346);
var instant=__webpack_require__(74804);
var list_text=__webpack_require__(38376);
;
const PARTICLES=new Set([...[`von`,`vom`,`van`,`zu`,`zum`,`zur`,`der`,`den`,`de`,`del`,`della`,`di`,`da`,`do`,`dos`,`du`,`la`,`le`],...[`ten`,`ter`,`te`,`af`,`av`,`al`,`el`,`bin`,`ibn`,`und`]]);
const SUFFIX=/,\s*(?:jr|sr|junior|senior|[iv]{1,3}|md|m\.d|ph\.?d|esq|mba|msc|bsc|dipl|dr)\b.*$/i;
function namePart(part){
return text=>{
const name=text.replace(SUFFIX,``).trim();
if(/[@|;/\\]|:\/\//.test(name))return undefined;
const[family=``,given,...more]=name.split(`,`).map(each=>each.trim());
if(more.length>0)return undefined;
const parts=given===undefined?inOrder(family.split(/\s+/)):{given,family};
return parts[part]===``?undefined:parts[part]}}
function inOrder(words){
if(words.length<2)return{given:words[0]??``,family:``};
let from=words.length-1;
while(from>1&&PARTICLES.has(words[from-1]??``))from-=1;
return{given:words.slice(0,from).join(` `),family:words.slice(from).join(` `)}}
var pattern_in=__webpack_require__(91289);
var invisible=__webpack_require__(35880);
var warned_value=__webpack_require__(35259);
;
function phoneParser({isMobile,region,phones,problems}){
if(region!==null&&!phones.isSupportedCountry(region))throw new RangeError(`"${region}" is not a country with phone numbers`);
const parse=(text,place)=>{
if(place===null)return phones.parsePhoneNumberFromString(text,{extract:false});
const home=place.startsWith(`+`)?{defaultCallingCode:place.slice(1)}:{defaultCountry:place};
return phones.parsePhoneNumberFromString(text,{...home,extract:false})};
const fits=number=>{
if(number===undefined||number.ext!==undefined)return false;
return isMobile?MOBILE_TYPES.includes(number.getType()):number.isValid()};
const callingCode=place=>place.startsWith(`+`)?place.slice(1):phones.getCountryCallingCode(place);
const national=(text,named)=>{
if(named!==null){
const number=parse(text,named.region);
if(fits(number))return{number,warning:null};
if(named.isCertain&&isMobile)return null}
if(region===null)return null;
const number=parse(text,region);
return fits(number)?{number,warning:problems.assumedRegion}:null};
const withoutPlus=(text,named)=>{
if(/^[^\p{Nd}]*\p{Nd}/u.exec(text)?.[0].at(-1)===`0`)return null;
const number=parse(`+${text}`,null);
if(!fits(number))return null;
const isNamed=named!==null&&callingCode(named.region)===number.countryCallingCode;
return{number,warning:isNamed?null:problems.assumedPlus}};
const refusal=(text,place)=>isMobile&&isOther(parse(text,place))?problems.notMobile:problems.invalid;
const isOther=number=>number?.isValid()===true&&number.ext===undefined;
const settled=({number,warning})=>warning===null?number.number:new warned_value.h(number.number,warning);
const read=(written,named)=>{
const text=(0,invisible.OT)(written).normalize(`NFKC`).replace(/^\(\s*(?=\+|00)([^)]*)\)/,`$1`).replace(DECIMALS,`$1`);
if(SCIENTIFIC.test(text))return problems.rounded;
if(/^\s*(?:tel:)?\s*\+/i.test(text)||/^[\s(]*00/.test(text)){
const international=text.replace(/^\s*tel:\s*/i,``).replace(/^[\s(]*00/,`+`);
const number=parse(international,null);
return fits(number)?number.number:refusal(international,null)}
if(!/\p{Nd}/u.test(text))return problems.invalid;
if(named===null&&region===null)return problems.noCountry;
const asNational=national(text,named);
const asInternational=withoutPlus(text,named);
if(asNational===null&&asInternational===null)return refusal(text,named?.region??region);
if(asNational===null||asInternational===null)return settled(asNational??asInternational);
if(asNational.number.number!==asInternational.number.number)return problems.ambiguous;
return settled(asNational)};
const cached=(0,bounded_cache.B)(key=>{
const[place=``,isCertain,text=``]=key.split(`
`,3);
return read(text,place===``?null:{region:place,isCertain:isCertain===`1`})});
return(text,named)=>{
const line=text.replace(/\s*[\r\n]\s*/g,` `);
return cached(`${named?.region??``}\n${named?.isCertain?`1`:``}\n${line}`)}}
function needsRegion(text){
return!/^[^\p{Nd}]*(?:\+|00)/u.test(text)}
const MOBILE_TYPES=[`MOBILE`,`FIXED_LINE_OR_MOBILE`];
const SCIENTIFIC=/^\s*\d(?:[.,]\d+)?[eE]\+?\d+\s*$/;
const DECIMALS=/^(\s*\+?\d{6,})[.,]0+\s*$/;
;
function phoneProblems(region,at,makeError){
const leaveOut="or leave such numbers out with `rules: { phone.invalid: warn }`";
const invalid=(reason,hint)=>makeError(`phone.invalid`,reason,`${hint}, ${leaveOut}.`);
const assumed=reason=>makeError(`phone.assumed-country`,reason,"Map address.country, set the column of the country with `phone: { country: … }`, or check `phone-region`.").problem;
const country=region===null?``:` (${region})`;
return{invalid:invalid(`is not a valid phone number, or has an extension`,`Correct the number, or the country of numbers without country code${country} (${at})`),notMobile:invalid(`is a valid number, but not that of a mobile phone`,`Correct the number, or the country of numbers without country code${country}, or map the column to phone_number (${at})`),rounded:invalid(`was rounded by a spreadsheet, so its last digits are lost`,`Export again and do not open the file in a spreadsheet`),ambiguous:invalid(`can be read in two ways: as a number with a country code that lacks its +, and as a number without country code`,`Write + and country code in the source, or add them with \`replace\` in the rule (${at}), such as \`replace: { '^49': '+49' }\``),noCountry:invalid(`has no country code, the record contains no known country, and the mapping sets no phone-region`,`Add the country of such numbers to the mapping, such as \`phone-region: DE\`, or set the column of the country with \`phone: { country: … }\` in the rule (${at})`),assumedRegion:assumed(`has no country code and was read as a number of ${region}, since the record contains no country in which it is valid`),assumedPlus:assumed(`begins with a country code without + and was read as if it had one`)}}
var php_list=__webpack_require__(73573);
var external_node_crypto_=__webpack_require__(77598);
;
function uuid5(namespace){
const space=Buffer.from(namespace.replaceAll(`-`,``),`hex`);
return name=>{
const hex=(0,external_node_crypto_.hash)(`sha1`,Buffer.concat([space,Buffer.from(name,`utf8`)]),`hex`);
const version=withBits(hex.slice(12,14),15,80);
const variant=withBits(hex.slice(16,18),63,128);
return`${hex.slice(0,8)}-${hex.slice(8,12)}-${version}${hex.slice(14,16)}-${variant}${hex.slice(18,20)}-${hex.slice(20,32)}`}}
function withBits(byte,mask,set){
return(Number.parseInt(byte,16)&mask|set).toString(16)}
;
function ruleSteps(rule,target,context){
const{makeError,convert,isList}=target;
const{problems}=context;
if(rule.unread)return[{name:`unread`,on:`value`,run:unreadStep(rule,makeError)}];
const steps=[];
if(rule.json!==null)steps.push({name:`json`,on:`value`,run:jsonStep(rule.json,makeError,context)});
if(rule.replace.length>0)steps.push({name:`replace`,on:`value`,run:replaceStep(rule.replace,context)});
if(isList)steps.push({name:rule.list?.kind===`php`?`list`:`split`,on:`value`,run:splitStep(rule,makeError,context)});
const ends=rule.change!==null?`all`:rule.trim?`ascii`:`none`;
if(rule.change!==null||rule.case!==null)steps.push({name:`trim`,on:`item`,run:(0,compile_convert.fE)(ends,makeError)});
if(rule.case!==null)steps.push({name:`case`,on:`item`,run:onText(rule.case===`lower`?lower:upper)});
if(rule.change===null)return[...steps,{name:`type`,on:`item`,run:convert}];
try{
const change=compileChange(rule.change,rule.at,context,target);
return[...steps,{name:rule.change.kind,on:`item`,run:onText(change)}]}catch(error){
if(!(error instanceof RangeError))throw error;
problems.push(`${rule.at}: ${error.message}.`);
return steps}}
const NOTHING=Symbol(`nothing`);
function runSteps(steps){
const edits=steps.filter(({on})=>on===`value`);
const edit=inTurn(edits);
const convert=inTurn(steps.filter(({on})=>on===`item`));
if(edits.some(({name})=>name===`split`||name===`list`))return onItems(edit,convert);
if(edits.length===0)return convert;
return(value,body)=>{
const edited=edit(value,body);
if(edited instanceof field_error.b)return edited;
return(0,source_value.Im)(edited)?NOTHING:convert(edited,body)}}
function inTurn(steps){
const[first=keep,...others]=steps.map(({run})=>run);
return others.reduce((before,next)=>(value,body)=>{
const result=before(value,body);
return result instanceof field_error.b?result:next(result,body)},first)}
function keep(value){
return value}
function onItems(split,convert){
return(value,body)=>{
const items=split(value,body);
if(!Array.isArray(items))return items;
const list=[];
let foundItem=false;
let warning=null;
for(const item of items){
if((0,source_value.Im)(item))continue;
foundItem=true;
const result=convert(item,body);
if(result instanceof field_error.b)return result;
if(result instanceof warned_value.h)warning=result.warning;
const made=result instanceof warned_value.h?result.value:result;
if(Array.isArray(made))for(const one of made)list.push(one);else if(made!==undefined)list.push(made)}
if(!foundItem)return NOTHING;
if(list.length===0)return undefined;
return warning===null?list:new warned_value.h(list,warning)}}
function jsonStep(ref,makeError,{problems,reader}){
const path=(0,source_reader.XM)(ref,problems)??[];
const clean=reader.cleaner.cleaning(ref);
const invalid=makeError(`json.invalid`,`must be JSON, but the text is not valid JSON`,'Correct the cell in the source, or leave such values out: `when: { from: …, matches: "^[{[]" }`.');
const otherShape=makeError(`value.unread`,`has JSON in the source in which "${ref.text}" (${ref.at}) leads to something in another shape`,"Write the rule of this field in your mapping with the path to the value, such as `json: name.first`.");
return value=>{
const parsed=typeof value===`string`?(0,source_value.kz)(value):value;
if(typeof parsed===`symbol`)return invalid;
const found=clean((0,source_path.fK)(parsed,path));
return typeof found===`symbol`?otherShape:found}}
function unreadStep({at,source},makeError){
const names=`refs`in source?source.refs.map(({text})=>`"${text}"`).join(` or `):`its source`;
const unread=makeError(`value.unread`,`is not imported from ${names} (${at}): it is not certain what it means there`,"Write a rule for this field in your mapping that reads it: `from: …`.");
return()=>unread}
function replaceStep(replacements,context){
const edits=replacements.map(({find,with:by})=>(0,pattern_in.G)(find,context).replacing(by));
const replaced=value=>{
const text=(0,source_value.b6)(value);
if(typeof text!==`string`)return value;
return edits.reduce((edited,edit)=>edit(edited),text.trim())};
return value=>Array.isArray(value)?value.map(replaced):replaced(value)}
function splitStep({list,source,at},makeError,{reader}){
const json=(0,compile_convert.aB)(makeError);
const read=list===null?null:(0,list_text.S)(list);
const notPhp=makeError(`value.unread`,`has a text in the source that is not a list as PHP writes it (${at}), or has something else than texts and whole numbers in it`,"Correct the cell in the source (lengths count bytes of UTF-8), or write the rule of this field in your mapping without `list: php`.");
const[ref]=`refs`in source?source.refs:[];
const clean=ref===undefined?items=>items:reader.cleaner.cleaning(ref);
return value=>{
let items=value;
if(typeof value===`string`){
if(read!==null)items=read(value);else if(value.trim().startsWith(`[`))items=json(value)}
if(items===php_list.q)return notPhp;
return items instanceof field_error.b?items:clean(Array.isArray(items)?items:[items])}}
function onText(change){
return(value,body)=>typeof value===`string`?change(value,body):value}
function lower(text){
return text.toLowerCase()}
function upper(text){
return text.toUpperCase()}
const DAYS_OF_A_CENTURY=36525;
function compileChange(change,at,context,{makeError,constant,isMobile}){
const{libraries}=context;
switch(change.kind){case`table`:{
const made=value=>value===null?undefined:constant(value);
const table=new Map([...change.table].map(([text,value])=>[text,made(value)]));
const otherwise=change.otherwise===undefined?makeError(`value.unknown`,`has a value that is not in its table`,at.startsWith(`preset `)?`Copy the rule of this field from the preset to your mapping (${at}), and add the value to its table or say what every other value means: \`else: …\`.`:`Add it to the table, or say what every other value means: \`else: …\` (${at}).`):made(change.otherwise);
return text=>{
if(table.has(text))return table.get(text);
const compared=(0,compared_text.l)(text);
return table.has(compared)?table.get(compared):otherwise}}case`date`:return(0,bounded_cache.B)((0,date.a)(change.formats,libraries.luxon,at,makeError),DAYS_OF_A_CENTURY);case`instant`:return(0,bounded_cache.B)((0,instant.V)(change.formats,change.zone,libraries.luxon,at,makeError));case`phone`:{
if(libraries.phones===null)throw new Error(`phone numbers need libphonenumber-js, which was not loaded`);
const{phone,reader}=context;
const region=change.region??phone.region;
const problems=phoneProblems(region,at,makeError);
const parse=phoneParser({isMobile,region,phones:libraries.phones,problems});
const regionOf=change.country===null?phone.regionOf:(0,record_region.ib)(reader.reading(change.country),phone.readRegion,libraries.phones,phone.regionOf);
return(text,body)=>parse(text,needsRegion(text)?regionOf(body):null)}case`namePart`:return namePart(change.part);case`uuid5`:return uuid5(change.namespace)}}
var set_path=__webpack_require__(11194);
;
function compileFields(rules,shape,prefix,context){
const fields=[];
const{phone}=context;
const regionOf=(0,record_region.tM)(fields,phone.readRegion,phone.regionOf);
for(const rule of rules){
const field=(0,cidaas_fields.UI)(shape,rule.field);
if(field===undefined)context.problems.push(`${rule.at}: ${(0,cidaas_fields.wE)(shape,rule.field)}`);else{
const compiled=compileField(rule,field,prefix+field.name,{...context,phone:{...phone,regionOf}});
const isAskedTwice=shape===`user`&&record_region.hd.includes(field.name);
fields.push(isAskedTwice?{...compiled,make:(0,record_region.yr)(compiled.make)}:compiled)}}
return fields}
function compileField(rule,field,name,context){
const all=(0,field_rule.V)(rule);
const rules=all.map((each,index)=>compileRule(each,field,name,context,index<all.length-1));
let last=null;
const isStatus=field.name===`userStatus`;
const makers=rules.map(each=>{
const make=context.noteRule===undefined?valueMaker(each):watchedMaker(each,name,context.noteRule);
return isStatus?noting(make,()=>last=each.rule):make});
const made=firstValue(makers,!isStatus);
return{rule,rules,make:made,lastRule:()=>last,put:(0,set_path.S)(field.path)}}
function noting(make,note){
if(make===source_reader.sj)return make;
return body=>{
const value=make(body);
if(value!==undefined)note();
return value}}
function compileRule(rule,field,name,context,isFollowed){
const makeError=(0,field_error.y)(name);
const type=field.type===`custom`?rule.type??`custom`:field.type;
const convert=(0,field_converter.R)(field,type,rule.trim,rule.at,makeError);
const constant=value=>{
const made=convert(value);
if(!(made instanceof field_error.b))return made;
context.problems.push(`${rule.at}: ${name}: a value in the mapping does not fit: the field ${made.reason}.`);
return undefined};
const use=field.name===`userStatus`?`deciding`:`value`;
const read=readSource(rule,rule.source,constant,makeError,context,use);
const isUnchanged=read===source_reader.sj||rule.source.kind===`value`;
const empty=isUnchanged?undefined:emptyValue(rule,constant,makeError,context);
const isList=(rule.type??field.type)===`list`;
const target={convert,isList,isMobile:field.type===`phone`,makeError,constant};
return{rule,read,empty:!isUnchanged&&isFollowed&&use===`deciding`&&hasOptionalDefault(rule)?ifThere(rule,empty,context):()=>empty,steps:isUnchanged?[]:ruleSteps(rule,target,context),applies:rule.when===null?null:deciding((0,condition.v)(rule.when,context,use),makeError)}}
function hasOptionalDefault({source,empty}){
if(empty?.kind!=="default"||source.kind!==`first`&&source.kind!==`concat`)return false;
return source.refs.every(({presence})=>presence===`optional`||presence===`loose`)}
function ifThere({source},empty,{reader}){
const reads=source.kind===`first`||source.kind===`concat`?source.refs.map(ref=>reader.peek(ref)):[];
return body=>body.kind!==`object`||reads.some(read=>read(body)!==undefined)?empty:undefined}
function deciding(holds,makeError){
const errors=new Map;
return body=>{
const verdict=holds(body);
if(!(verdict instanceof condition.O))return verdict;
const error=errors.get(verdict)??makeError(`value.unread`,`depends on ${verdict.what}`,verdict.hint);
errors.set(verdict,error);
return error}}
function valueMaker({applies,read,steps,empty}){
const make=steps.length===0?read:afterSteps(read,runSteps(steps),empty);
if(applies===null)return make;
return body=>{
const verdict=applies(body);
if(verdict===true)return make(body);
return verdict===false?undefined:verdict}}
function watchedMaker(compiled,field,note){
if(valueMaker(compiled)===source_reader.sj)return source_reader.sj;
const{rule,applies,read,steps}=compiled;
const taken=[];
let input;
const watched={...compiled,read:body=>{
input=read(body);
return input},steps:steps.map(({name,on,run})=>({...{name,on},run:(value,body)=>{
const result=run(value,body);
taken.push({name,result});
return result}})),applies:null};
const make=valueMaker(watched);
return body=>{
const verdict=applies?.(body)??true;
input=undefined;
taken.length=0;
const result=verdict===true?make(body):verdict===false?undefined:verdict;
note({field,at:rule.at,applies:verdict!==false,input,steps:[...taken],result});
return result}}
function afterSteps(read,run,empty){
return body=>{
const value=read(body);
if((0,source_value.Im)(value))return empty(body);
if(value instanceof field_error.b)return value;
const result=run(value,body);
return result===NOTHING?empty(body):result}}
function firstValue(makers,passesUnread){
const[make=source_reader.sj,...others]=makers.filter(each=>each!==source_reader.sj);
if(others.length===0)return make;
const next=firstValue(others,passesUnread);
return body=>{
const value=make(body);
if(value===undefined)return next(body);
if(!passesUnread||!(value instanceof field_error.b)||value.code!==`value.unread`)return value;
const other=next(body);
return other===undefined?value:other}}}),42044:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{k:()=>compileMapping});
var input_error=__webpack_require__(30199);
var identifiers=__webpack_require__(28627);
var source_layout=__webpack_require__(16195);
var cidaas_fields=__webpack_require__(34952);
var cell_reading=__webpack_require__(219);
;
function mappingOfHeader(columns){
if(columns.every(column=>(0,cidaas_fields.UI)(`user`,column)===undefined))throw new input_error.d([noKnownColumn(columns)]);
const named=columns.filter(column=>column!==``);
const fields=named.map(column=>{
const at=`column "${column}"`;
return{field:column,at,source:{kind:`first`,refs:[{text:column,at,presence:`required`,field:column}]},when:null,json:null,replace:[],trim:true,case:null,list:null,change:null,unread:false,empty:null,opaque:false,type:null,otherwise:null}});
return{name:`the header`,layout:source_layout.zR,cells:cell_reading.P,joins:[],unusedJoins:[],duplicates:`first`,severities:new Map,allowAdminGroups:false,emailVerified:null,unverifiedEmail:`VERIFIED`,mfaSetUp:null,phoneRegion:null,password:null,unproven:`none`,skip:[],fields,identities:[],groups:[],consents:[],ignore:[],statusSources:[],createOnly:null,ruleLines:{},written:null}}
function noKnownColumn(columns){
const which=columns.length===1?`The column does not have`:`None of the ${columns.length} columns has`;
return`${which} the name of a cidaas field. Give a \`mapping\`, and check that the first line of the file is its header.`}
var password_rule=__webpack_require__(29116);
var condition=__webpack_require__(13092);
;
const NO_WARNINGS={kind:`user`,warnings:[]};
function compileAccountState({emailVerified,unverifiedEmail,mfaSetUp},context){
if(emailVerified===null&&mfaSetUp===null)return()=>NO_WARNINGS;
const verified=emailVerified===null?()=>true:(0,condition.v)(emailVerified,context,`deciding`);
const hasFactor=mfaSetUp===null?()=>false:(0,condition.v)(mfaSetUp,context);
return(body,user)=>{
const warnings=[];
const verdict=hasEmail(user)?verified(body):true;
if(verdict instanceof condition.O)warnings.push(undecided(`email-verified`,verdict,`counts as not verified`));
if(verdict!==true){
if(unverifiedEmail===`skip`)return{kind:`skipped`,reason:`e-mail address not verified`};
warnings.push(UNVERIFIED);
if(unverifiedEmail===`PENDING`&&(user.userStatus??`VERIFIED`)===`VERIFIED`)user.userStatus=`PENDING`}
const factor=hasFactor(body);
if(factor instanceof condition.O)warnings.push(undecided(`mfa-set-up`,factor,`counts as set up`));
if(factor!==false)warnings.push(FACTOR_LOST);
return warnings.length===0?NO_WARNINGS:{kind:`user`,warnings}}}
function hasEmail({email,identities}){
return typeof email===`string`||(identities?.some(identity=>typeof identity.email===`string`)??false)}
function undecided(key,{what,hint},taken){
const message=`${key} depends on ${what}; it ${taken}.`;
return{code:`value.unread`,field:null,message,hint}}
const UNVERIFIED={code:`email.unverified`,field:`email`,message:`The source has not verified the e-mail address.`,hint:"Choose how such users are imported: `unverified-email: PENDING`, VERIFIED or skip."};
const FACTOR_LOST={code:`mfa.not_imported`,field:null,message:`The user has a second factor in the source, which cannot be imported.`,hint:"Tell these users to set it up again; `rules: { mfa.not_imported: off }` stops counting."};
;
const NO_PROBLEMS={errors:[],warnings:[]};
const NEEDED=/^(?:email|username|mobile_number|identities\[.*)$/;
const ALWAYS_ERROR=/^(?:userStatus|sub|password_hash_info(?:\..+)?|password(?:\..+)?|join\..+)$/;
function applySeverities(severities){
return(fieldErrors,warnings)=>{
if(fieldErrors.length===0&&warnings.length===0)return NO_PROBLEMS;
const sorted={errors:[],warnings:[]};
for(const{problem}of fieldErrors){
const severity=severityOf(problem,severities);
if(severity===`warn`)sorted.warnings.push(problem);else if(severity!==`off`)sorted.errors.push(problem)}
for(const warning of warnings){
const severity=severities.get(warning.code)?.severity;
if(severity===`error`)sorted.errors.push(warning);else if(severity!==`off`)sorted.warnings.push(warning)}
return sorted}}
function severityOf({code,field},severities){
const name=field??``;
if(ALWAYS_ERROR.test(name))return`error`;
if(code!==`value.unread`)return severities.get(code)?.severity??`error`;
return NEEDED.test(name)?`error`:severities.get(code)?.severity??`warn`}
var compile_field=__webpack_require__(66713);
var password_algorithm=__webpack_require__(53660);
var algorithm_table=__webpack_require__(96749);
var native_form=__webpack_require__(64697);
var pack=__webpack_require__(54016);
;
const FIELD=`password_hash_info`;
const OPTIONAL="or import such users without a password: `password: { optional: true }`";
const SKIP="Leave such rows out with a `skip` rule";
const MISSING={empty:`The source has no password hash for the user.`,unusable:`The source has a marker instead of a password hash, so no password matches.`,elsewhere:`The source delegates the user's password to another system.`};
const HINTS={unknown:`Check the column, declare the algorithm of what is in it (\`password: { algorithm: … }\`), ${OPTIONAL}.`,bare:"Declare how it was made: `password: { algorithm: sha256 }`, with `salt: …` and `saltPosition: prefix` where there is a salt.",damaged:`Check that the export has the whole hash: a column that is too short cuts it off; correct it, ${OPTIONAL}.`,unsupported:`${SKIP}, ${OPTIONAL}.`,incomplete:`Map what is missing, such as \`salt: …\`, or declare it for all users, such as \`iterations: 10000\`, ${OPTIONAL}.`,"clear-text":`Export hashes instead of clear text, ${OPTIONAL}.`,placeholder:`Make an export that contains the hashes, ${OPTIONAL}.`};
const NONE_AT_ALL=" If the system gives out no hashes at all, write `password: null` to change the preset.";
function missingProblem(why){
return problem(`hash.missing`,MISSING[why],`${SKIP}, ${OPTIONAL}.${why===`empty`?NONE_AT_ALL:``}`)}
function leftOutProblem(){
return problem(`hash.left_out`,"The source has a password of the user, but `when` in the mapping leaves it out.","Correct `when` of the password, or write `rules: { hash.left_out: off }` if it is meant.")}
function unrecognisedProblem({what,reason}){
return problem(`hash.unrecognised`,`The password hash ${what}.`,HINTS[reason])}
const UNSUPPORTED_FORMS={"byte-salt":`a salt of bytes, and cidaas documents only salts that are text`,cost:`a cost above 20, the highest that cidaas takes`,encoding:`a password that was not hashed as UTF-8`,secret:`a secret of the source's application in it`};
function noVerifierProblem(algorithm,unsupportedForm){
const clause=unsupportedForm===null?`${algorithm}, which cidaas does not check itself`:`${algorithm} in a form that cidaas does not check: it has ${UNSUPPORTED_FORMS[unsupportedForm]}`;
return problem(`hash.no_verifier`,`The password hash is ${clause}.`,`Name the tenant's verifier, \`password: { verifier: CUSTOM_… }\`${byIds(algorithm,unsupportedForm)}, leave such rows out with a \`skip\` rule, ${OPTIONAL}.`)}
function byIds(algorithm,unsupportedForm){
if(unsupportedForm!==null||algorithm_table.T[algorithm].support!==`configurable`)return``;
return`, or the id of a tenant that is set up for it (\`ids: { ${algorithm}: … }\`)`}
function problem(code,message,hint){
return{code,field:FIELD,message,hint}}
;
function carryHash(recognised,options){
switch(recognised.kind){case`none`:return options.optional?{kind:`without`,warning:null}:refused(missingProblem(recognised.why));case`unrecognised`:return refusedUnless(options.optional,unrecognisedProblem(recognised));case`hash`:{
const sent=carried(recognised.hash,options);
if(sent.kind!==`sent`)return sent;
if(recognised.isSystemForm)return{...sent,isSystemForm:true};
return recognised.isOnlyDeclared?{...sent,isOnlyDeclared:true}:sent}}}
function carried(hash,{verifier,ids,optional}){
const algorithm=(0,password_algorithm.H)(hash);
const configured=ids[algorithm];
if(configured?.startsWith(`CUSTOM`))return custom(algorithm,configured,hash);
const info=(0,native_form.E)(hash,configured??algorithm_table.T[algorithm].id);
if(info!==null)return{kind:`sent`,algorithm,route:configured===undefined?`native`:`configured`,info};
if(verifier!==null)return custom(algorithm,verifier,hash);
return refusedUnless(optional,noVerifierProblem(algorithm,(0,native_form.B)(hash)))}
function custom(algorithm,id,hash){
return{kind:`sent`,algorithm,route:`custom`,info:{algorithmTypeId:id,passwordHash:(0,pack.W)(hash)}}}
function refusedUnless(optional,problem){
return optional?{kind:`without`,warning:problem}:refused(problem)}
function refused(problem){
return{kind:`refused`,problem}}
var recognise=__webpack_require__(21661);
var field_error=__webpack_require__(6703);
var source_reader=__webpack_require__(1088);
;
const NO_PASSWORD={sent:null,problem:null,warning:null};
const LEFT_OUT={sent:null,problem:null,warning:leftOutProblem()};
const PART={name:`password`,path:[`part`],type:`custom`,level:`account`,clearable:false};
function compilePassword(rule,context){
if(rule===null)return()=>NO_PASSWORD;
const{when}=rule.value;
const holds=when===null?()=>true:(0,condition.v)(when,context);
const{passwordless}=rule;
const mayLack=passwordless===null?()=>false:(0,condition.v)(passwordless,context);
const part=made=>made===null?()=>undefined:(0,compile_field.gC)(made,PART,made.field,context).make;
const value=part({...rule.value,when:null});
const[ref]=`refs`in rule.value.source?rule.value.source.refs:[];
const clean=ref===undefined?made=>made:context.reader.cleaner.deepCleaning(ref);
if(value===source_reader.sj)return()=>NO_PASSWORD;
const algorithm=part(rule.algorithm);
const salt=part(rule.salt);
const iterations=part(rule.iterations);
return body=>{
const read=value(body);
const isRecord=body.kind===`object`&&read===body.object;
const parts={value:read instanceof field_error.b?read:clean(read),algorithm:algorithm(body),salt:salt(body),iterations:iterations(body)};
const verdict=holds(body);
if(verdict instanceof condition.O)return problemOf(compile_password_undecided(verdict));
for(const made of Object.values(parts))if(made instanceof field_error.b)return verdict?problemOf(made.problem):LEFT_OUT;
const declared=typeof parts.algorithm===`string`?parts.algorithm:undefined;
const recognised=(0,recognise.A)({...rule.settings,...parts,algorithm:declared,isRecord});
if(!verdict)return recognised.kind===`none`?NO_PASSWORD:LEFT_OUT;
const lacks=recognised.kind===`none`&&mayLack(body);
if(lacks instanceof condition.O)return problemOf(compile_password_undecided(lacks));
if(lacks)return NO_PASSWORD;
return resultOf(carryHash(recognised,rule.carry))}}
function resultOf(carried){
switch(carried.kind){case`sent`:return{sent:carried,problem:null,warning:null};case`without`:return carried.warning===null?NO_PASSWORD:{sent:null,problem:null,warning:carried.warning};case`refused`:return problemOf(carried.problem)}}
function compile_password_undecided({what,hint}){
const message=`Whether the user has a password depends on ${what}.`;
return{code:`value.unread`,field:`password`,message,hint}}
function problemOf(problem){
return{sent:null,problem,warning:null}}
var compile_expressions=__webpack_require__(49852);
var field_converter=__webpack_require__(88065);
var compile_joins=__webpack_require__(72217);
var compile_libraries=__webpack_require__(15787);
var field_rule=__webpack_require__(68337);
var source_value=__webpack_require__(52003);
;
const element_keys_NEEDED=[`provider`,`providerUserId`,`groupId`,`state`];
function elementKeys(rules,name,context){
const needed=rules.filter(({field})=>element_keys_NEEDED.includes(field));
const keys=new Map(needed.map(rule=>[rule.field,neededKeys(rule,`${name}.${rule.field}`,context)]));
return(element,body,field)=>{
if(typeof element!==`object`||element===null)return undefined;
if(Object.keys(element).length===0||(0,source_value.aN)(element))return undefined;
return keys.get(field)?.find(({isMissing})=>isMissing(body))?.error}}
function neededKeys(rule,field,context){
const rules=(0,field_rule.V)(rule);
const{reader}=context;
const isThere=ref=>{
const read=reader.reading(ref);
return body=>!(0,source_value.Im)(read(body))};
const compared=rules.flatMap(({when})=>when===null?[]:comparedRefs(when)).filter(isOfElement);
const conditions=compared.map(ref=>{
const found=isThere(ref);
return{isMissing:body=>!found(body),error:missing(field,[ref])}});
const sources=rules.map(({source,when,empty})=>({refs:`refs`in source&&empty===null&&source.refs.every(isOfElement)?source.refs:null,holds:when===null?()=>true:(0,condition.v)(when,context)}));
if(sources.some(({refs})=>refs===null))return conditions;
const tests=sources.map(({refs,holds})=>({holds,found:(refs??[]).map(isThere)}));
const isMissing=body=>{
const applying=tests.filter(({holds})=>holds(body)===true);
return applying.length>0&&!applying.some(({found})=>found.some(each=>each(body)))};
const refs=sources.flatMap(source=>source.refs??[]);
return[...conditions,{isMissing,error:missing(field,refs)}]}
function missing(field,refs){
const names=refs.map(({text,at})=>`"${text}" (${at})`).join(` or `);
return new field_error.b(`value.unread`,field,`cannot be read: an element of the list has no value in ${names}`,`Write this block in your mapping with the keys that the elements have, or correct the source.`)}
function isOfElement({text}){
return text.startsWith(`each.`)}
function comparedRefs(condition){
if(`conditions`in condition)return condition.conditions.flatMap(comparedRefs);
return condition.kind===`empty`?[]:[condition.ref]}
var nearest=__webpack_require__(4581);
var unread_keys=__webpack_require__(91350);
var mark_reader=__webpack_require__(35471);
var path_tree=__webpack_require__(95098);
var source_path=__webpack_require__(61071);
;
function scopedReader(reader,scopes,absent=[]){
if(scopes.length===0&&absent.length===0)return reader;
const trees=new Map(scopes.map(scope=>[scope,new path_tree.W]));
const isIn=(text,name)=>text===name||/^[.[]/.test(rest(text,name));
return{problems:reader.problems,cleaner:reader.cleaner,sightings:reader.sightings,peek:ref=>{
if(absent.some(name=>isIn(ref.text,name)))return source_reader.sj;
const scope=scopes.find(({name})=>isIn(ref.text,name));
return scope===undefined?reader.peek(ref):()=>scope.value},unread:named=>{
const inScopes=scopes.flatMap(scope=>watchOf(scope,named));
const base=reader.unread(named);
return{add:body=>{
base.add(body);
for(const{scope,watch}of inScopes)if(scope.value!==undefined)watch.add(scope.value)},list:()=>[...base.list(),...inScopes.flatMap(({watch})=>watch.list())]}},toObject:body=>{
const record=reader.toObject(body);
return record&&{...record,...Object.fromEntries(scopes.map(scope=>[scope.name,scope.value]))}},reading(ref,use){
if(absent.some(name=>isIn(ref.text,name)))return source_reader.sj;
const scope=scopes.find(({name})=>isIn(ref.text,name));
if(scope===undefined)return reader.reading(ref,use);
const read=readingIn(scope,ref,reader.problems,trees.get(scope)??new path_tree.W);
const clean=reader.cleaner.cleaning(ref,use);
return body=>clean(read(body))}}}
function readingIn(scope,ref,problems,paths){
const inner=rest(ref.text,scope.name).replace(/^\./,``);
if(inner===``){
paths.add([]);
scope.paths?.push([]);
return()=>scope.value}
if(scope.columns!==null&&!inner.startsWith(`[`)){
if(!scope.columns.includes(inner)&&ref.presence===`required`)problems.push(`${ref.at}: ${scope.name} has no column "${inner}".${(0,nearest.a)(inner,scope.columns)}`);
scope.paths?.push([inner]);
return()=>(0,source_path.fK)(scope.value,[inner])}
const path=(0,source_reader.XM)({...ref,text:inner},problems);
if(path===null)return()=>undefined;
scope.paths?.push(path);
const trail=paths.add(path);
const isElement=scope.name===`each`;
return()=>(0,source_path.fK)(scope.value,path,trail,0,isElement)}
function watchOf(scope,named){
if(scope.paths===null)return[];
const inner=named.filter(([name])=>name===scope.name).map(([,...keys])=>keys);
return[{scope,watch:new unread_keys.A(`${scope.name}.`,scope.paths,inner,(0,mark_reader.D)(cell_reading.P))}]}
function rest(text,name){
return text.startsWith(name)?text.slice(name.length):text}
var warned_value=__webpack_require__(35259);
;
const SHAPES={identities:`identity`,groups:`group`,consents:`consent`};
function compileList(key,entries,context){
const compiled=entries.map((entry,index)=>compileEntry(entry,key,index,context));
return(body,user,errors,warnings)=>{
const list=[];
for(const{fields,forEach,needsProvider,missingKey}of compiled){
const unread=forEach(body,element=>{
const entry={};
const missing=[];
let hasData=false;
for(const{rule,make,put,isEvidence}of fields){
const value=make(body);
if(value===undefined){
const error=missingKey(element,body,rule.field);
if(error!==undefined)missing.push(error);
continue}
if(value instanceof field_error.b){
errors.push(value);
continue}
if(value instanceof warned_value.h)warnings.push(value.warning);
const made=value instanceof warned_value.h?value.value:value;
context.meter.grow(made,rule.at);
put(entry,made);
if(isEvidence&&value!==null)hasData=true}
const isLeftOut=needsProvider&&entry.provider===undefined;
if(hasData&&!isLeftOut)list.push(entry);
if(!isLeftOut||missingKey(element,body,`provider`)!==undefined)errors.push(...missing)});
if(unread!==undefined)errors.push(unread)}
if(list.length>0)user[key]=list}}
function compileEntry({each,rules},key,index,context){
const name=`${key}[${index}]`;
const needsProvider=key===`identities`&&rules.some(({field})=>field===`provider`);
const fieldsOf=inner=>(0,compile_field.hp)(rules,SHAPES[key],`${name}.`,inner).map(field=>({...field,isEvidence:isEvidence(key,field)}));
if(each===null){
const once=(_body,make)=>{
make(undefined)};
return{fields:fieldsOf(context),needsProvider,forEach:once,missingKey:()=>undefined}}
for(const rule of rules.flatMap(field_rule.V)){
if(rule.source.kind===`expr`)context.problems.push(`${rule.at}: expr cannot be used in an entry with each.`)}
const element={name:`each`,columns:null,paths:null,value:undefined};
const read=context.reader.reading(each);
const tooDeep=new field_error.b(`json.invalid`,name,`must be JSON, but the list for it is nested more deeply than records may be`,"Correct the cell in the source, or take the block out of the mapping, for a preset with `identities: null`.");
const otherShape=new field_error.b(`value.unread`,name,`has a value in the source, but not in the shape of "${each.text}" (${each.at})`,`Write ${key} in your mapping with a path to where the list is, or correct the source.`);
const reader=scopedReader(context.reader,[element]);
return{fields:fieldsOf({...context,reader}),needsProvider,missingKey:elementKeys(rules,name,{...context,reader}),forEach:(body,make)=>{
const value=read(body);
if(typeof value===`symbol`)return otherShape;
const list=elementsOf(value);
if(list===source_value.gZ)return tooDeep;
for(element.value of list)make(element.value);
return undefined}}}
function elementsOf(value){
if((0,source_value.Im)(value))return[];
if(Array.isArray(value))return value;
if(typeof value!==`string`||!value.trim().startsWith(`[`))return[value];
const list=(0,source_value.kz)(value);
if(list===source_value.gZ)return list;
return Array.isArray(list)?list:[value]}
function isEvidence(key,{rule}){
switch(key){case`identities`:return rule.source.kind!==`value`&&rule.field!==`provider`&&rule.field!==`sub`;case`groups`:return rule.field===`groupId`;case`consents`:return rule.field===`state`}}
var compile_overruns=__webpack_require__(76218);
var identity_keys=__webpack_require__(70106);
;
function withOwnIdentity(user){
const{identities}=user;
if(!Array.isArray(identities))return user;
const account={};
const own={};
for(const[key,value]of Object.entries(user)){
if(key===`address`||cidaas_fields.ce[key]?.level===`identity`)own[key]=value;else account[key]=value}
if(Object.keys(own).some(key=>key!==`provider`))account.identities=[{provider:identity_keys.LB,...own},...identities];
return account}
function withGroupSubs(user){
const{sub,groups}=user;
if(typeof sub===`string`&&Array.isArray(groups)){
for(const group of groups)group.sub??=sub}
return user}
var record_findings=__webpack_require__(57298);
var record_limit=__webpack_require__(36761);
var record_region=__webpack_require__(39249);
;
const UNVERIFIED_STATUS={status:`PENDING`,reason:`unverified-email`};
const NO_RULE={status:`VERIFIED`,reason:`no userStatus: the user can log in`};
function statusDecider(fields){
const field=fields.find(({rule})=>rule.field===`userStatus`);
if(field===undefined)return()=>NO_RULE;
const byRule=new Map;
return({userStatus})=>{
const rule=field.lastRule();
if(typeof userStatus!==`string`||rule===null)return NO_RULE;
const known=byRule.get(rule)??new Map;
byRule.set(rule,known);
const decision=known.get(userStatus)??{status:userStatus,reason:reasonOf(rule)};
if(known.size<10)known.set(userStatus,decision);
return decision}}
function ownStatus({userStatus}){
return typeof userStatus===`string`?{status:userStatus,reason:`userStatus of the record`}:NO_RULE}
function reasonOf({at,source,when}){
const columns=[...`refs`in source?source.refs.map(({text})=>text):[],...when===null?[]:readBy(when)];
const what=columns.length===0?source.kind===`expr`?`expression`:`all others`:[...new Set(columns)].join(`, `);
return`${what} (${at})`}
function readBy(condition){
return`conditions`in condition?condition.conditions.flatMap(readBy):[condition.ref.text]}
var status_reading=__webpack_require__(83277);
var value_cleaner=__webpack_require__(28058);
var work_meter=__webpack_require__(83451);
;
async function compileMapping(mapping,columns,environment={}){
if(mapping!==null)return compileRules(mapping,columns,environment);
return columns===null?objectMapper():compileRules(mappingOfHeader(columns),columns,environment)}
async function compileRules(mapping,columns,{joins,evaluator,overruns=new compile_overruns.t(()=>0),now=0,noteRule}){
const lists=[mapping.identities,mapping.groups,mapping.consents];
const rules=[...mapping.fields,...mapping.joins.flatMap(({key,equals})=>[key,equals]),...lists.flat().flatMap(entry=>entry.rules),...(0,password_rule.Fv)(mapping.password)];
const libraries=await(0,compile_libraries.k)(rules,mapping);
const findings=new record_findings._;
const base=columns===null?(0,source_reader.nT)(mapping.cells,findings):(0,source_reader.a8)(columns,mapping.cells,findings);
const{problems}=base;
const expressions=new compile_expressions.u({jsonata:libraries.jsonata,evaluator,problems,findings,overruns});
const meter=new work_meter.B(overruns);
const phone=phoneContext(mapping,libraries.phones,problems);
const missing=columns===null?[]:(0,status_reading.Q6)(mapping,base).filter(source=>source.missing===`stop`);
problems.push(...missing.map(status_reading.Jy));
const wayOut={statusWayOut:(0,status_reading.SR)(mapping),isStatusMissing:missing.length>0};
const watched=noteRule===undefined?{}:{noteRule};
const places={...wayOut,...watched};
const baseContext={reader:base,libraries,expressions,problems,meter,now,phone,...places};
const scopes=(0,compile_joins.y)(mapping.joins,joins,baseContext);
const context={...baseContext,reader:scopedReader(base,scopes.scopes,mapping.unusedJoins)};
const{reader}=context;
const skips=mapping.skip.map(({reason,when})=>({reason,holds:(0,condition.v)(when,context,`deciding`)}));
const fields=(0,compile_field.hp)(mapping.fields,`user`,``,context);
const regionOf=(0,record_region.tM)(fields,phone.readRegion,record_region.tR);
const ofAccount={...context,phone:{...phone,regionOf}};
const fillLists=[`identities`,`groups`,`consents`].map(key=>compileList(key,mapping[key],ofAccount));
const password=compilePassword(mapping.password,context);
const accountState=compileAccountState(mapping,context);
if(columns!==null&&problems.length===0&&mapping.identities.length===0)problems.push(...noIdentifier(mapping,fields));
const statusOf=statusDecider(fields);
const sortProblems=applySeverities(mapping.severities);
if(problems.length>0)throw new input_error.d([...new Set(problems)]);
const statusWatch=(0,status_reading.iP)(mapping,reader,{isCsv:columns!==null,named:expressions.paths});
const fill=(body,errors,warnings)=>{
const user={};
for(const{rule,make,put}of fields){
const value=make(body);
if(value===undefined)continue;
if(value instanceof field_error.b)errors.push(value);else if(value instanceof warned_value.h){
warnings.push(value.warning);
meter.grow(value.value,rule.at);
put(user,value.value)}else{
meter.grow(value,rule.at);
put(user,value)}}
for(const fillList of fillLists)fillList(body,user,errors,warnings);
return withGroupSubs(withOwnIdentity(user))};
const mapBody=body=>{
findings.take();
meter.reset();
const fieldErrors=scopes.enter(body);
const undecided=[];
for(const{reason,holds}of skips){
const verdict=holds(body);
if(verdict===true)return{kind:`skipped`,reason,identifiers:(0,identifiers.pC)(fill(body,[],[])),unwatched:true};
if(verdict instanceof condition.O)undecided.push(undecidedSkip(reason,verdict))}
const warnings=[];
const user=fill(body,fieldErrors,warnings);
const decided=statusOf(user);
const{userStatus}=user;
const state=accountState(body,user);
if(state.kind===`skipped`)return{...state,identifiers:(0,identifiers.pC)(user)};
const{sent,problem,warning}=password(body);
if(sent!==null)user.password_hash_info=sent.info;
warnings.push(...state.warnings,...warning===null?[]:[warning],...findings.take(),...assumed(body));
const found=sortProblems(fieldErrors,warnings);
const errors=[...undecided,...found.errors,...problem===null?[]:[problem]];
if(errors.length>0)return{kind:`invalid`,problems:errors,identifiers:(0,identifiers.pC)(user)};
const status=user.userStatus===userStatus?decided:UNVERIFIED_STATUS;
return{kind:`user`,user,warnings:found.warnings,password:sent,status}};
const map=({body})=>body.kind===`broken`?broken(body):withinLimits(()=>mapBody(body));
const inputOf=body=>{
if(body.kind===`broken`)return undefined;
meter.reset();
try{
scopes.enter(body)}catch(error){
if(!(error instanceof record_limit.f))throw error}
return reader.toObject(body)};
const prepare=expressions.any?records=>expressions.prepare(records,inputOf):null;
const watch=({body})=>{
scopes.enterAgain(body);
statusWatch.add(body)};
const{takeSightings,addSightings,unseen}=reader.sightings;
const reports={unseen,status:()=>statusWatch.result()};
return Object.assign(map,{prepare,watch,takeSightings,addSightings,...reports})}
function phoneContext({phoneRegion},phones,problems){
const isUnknown=phoneRegion!==null&&phones?.isSupportedCountry(phoneRegion.region)===false;
if(isUnknown)problems.push(`${phoneRegion.at}: "${phoneRegion.region}" is not a country with phone numbers.`);
const region=isUnknown?null:phoneRegion?.region??null;
return{region,readRegion:(0,record_region.Sv)(phones),regionOf:record_region.tR}}
const IDENTIFIERS=[`email`,`username`,`mobile_number`];
function noIdentifier({name,fields},compiled){
const wanted=fields.filter(({field})=>IDENTIFIERS.includes(field));
const isThere=compiled.some(({rule,make})=>IDENTIFIERS.includes(rule.field)&&make!==source_reader.sj);
if(isThere||wanted.length===0)return[];
return[`${name} does not fit: the export has none of the columns that it uses for e-mail address, user name or mobile number. Name the right one in the mapping: \`fields: { email: … }\`.`]}
function objectMapper(){
const copyFields=(0,field_converter.O)(`user`);
const findings=new record_findings._;
const ref={text:`$`,at:`the record`,presence:`optional`};
const clean=new value_cleaner.g(cell_reading.P,findings).deepCleaning(ref);
const map=({body})=>{
if(body.kind===`broken`)return broken(body);
const user={};
const errors=[];
findings.take();
if(body.kind===`object`)copyFields(clean(body.object),user,errors);
const filled=withGroupSubs(user);
const warnings=[...findings.take(),...assumed(body)];
if(errors.length===0)return{kind:`user`,user:filled,warnings,password:null,status:ownStatus(filled)};
return{kind:`invalid`,problems:errors.map(({problem})=>problem),identifiers:(0,identifiers.pC)(filled)}};
const nothing={watch:()=>undefined,takeSightings:()=>[],addSightings:()=>undefined};
return Object.assign(map,{prepare:null,...nothing,unseen:()=>[],status:()=>null})}
function withinLimits(map){
try{
return map()}catch(error){
if(!(error instanceof record_limit.f))throw error;
return{kind:`invalid`,problems:[error.problem],identifiers:{},unwatched:true}}}
function broken(body){
return{kind:`invalid`,problems:[body.problem],identifiers:{},unwatched:true}}
function assumed(body){
return body.kind===`object`?body.assumed??[]:[]}
function undecidedSkip(reason,{what,hint}){
const message=`Whether to skip the record ("${reason}") depends on ${what}.`;
return{code:`value.unread`,field:null,message,hint}}}),13092:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{O:()=>Undecided,v:()=>compileCondition});
var invisible=__webpack_require__(35880);
var identity_keys=__webpack_require__(70106);
var compared_text=__webpack_require__(59295);
;
const POINT=/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const GERMAN=/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? (\d\d):(\d\d)(?::(\d\d))?)?$/;
const GENERALIZED=/^((?:19|2\d)\d\d|9999)(\d\d)(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:[.,]\d{1,9})?(Z|[+-]\d\d(?:\d\d)?)?|(Z|[+-]\d\d(?:\d\d)?))$/;
const COMPACT=/^((?:19|20)\d\d)([01]\d)([0-3]\d)$/;
const DAY_MS=864e5;
const TICKS_PER_MS=1e4;
const TICKS_BEFORE_1970_MS=0xa9730b66800;
function isInFuture(text,now,isInDays=false){
const time=isInDays?daysTime(text):timeOf(text);
return time===null?null:time>now}
function daysTime(text){
return/^\d{1,7}$/.test(text)?Number(text)*DAY_MS:null}
function timeOf(text){
if(COMPACT.test(text))return partsTime(text.replace(COMPACT,`$1-$2-$3`));
if(GENERALIZED.test(text))return partsTime(text.replace(GENERALIZED,spelledOut));
if(/^-?\d{1,19}(?:\.\d+)?$/.test(text))return epochTime(Number(text));
if(/^[+-]?infinity$/i.test(text))return text.startsWith(`-`)?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY;
const[,day=``,month=``,year=``,hour=`00`,minute=`00`,second=`00`]=GERMAN.exec(text)??[];
if(year===``)return partsTime(text);
return partsTime(`${year}-${month.padStart(2,`0`)}-${day.padStart(2,`0`)} ${hour}:${minute}:${second}`)}
function epochTime(number){
if(number<=0)return number*1e3;
if(number<1e8)return null;
if(number<1e11)return number*1e3;
if(number<0x5af3107a4000)return number;
if(number<0x2386f26fc10000)return number/1e3;
return number/TICKS_PER_MS-TICKS_BEFORE_1970_MS}
function partsTime(text){
const found=POINT.exec(text);
if(found===null)return null;
const[,year,month,day,hour=`00`,minute=`00`,second=`00`,offset=`Z`]=found;
const time=Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${withMinutes(offset)}`);
return Number.isNaN(time)?null:time}
function withMinutes(offset){
if(offset===`Z`)return offset;
return offset.length===3?`${offset}:00`:offset.replace(/^(...)(\d\d)$/,`$1:$2`)}
function spelledOut(_,year,month,day,hour,minute,...rest){
const[second=`00`,offset=``,offsetOfMinute=``]=rest;
return`${year}-${month}-${day} ${hour}:${minute}:${second}${offset}${offsetOfMinute}`}
var list_text=__webpack_require__(38376);
var source_value=__webpack_require__(52003);
;
const SEPARATORS=/[\s,;|]+/;
function listOfTexts(value){
if((0,source_value.Im)(value))return NONE;
const parsed=typeof value===`string`&&value.trim().startsWith(`[`)?(0,source_value.kz)(value):value;
if(typeof parsed===`symbol`)return null;
const texts=new Set;
for(const item of Array.isArray(parsed)?parsed:[parsed]){
if((0,source_value.Im)(item))continue;
const text=(0,source_value.b6)(item);
if(typeof text!==`string`)return null;
for(const part of text.split(SEPARATORS))if(part!==``)texts.add((0,identity_keys.$y)(part))}
return texts}
const NONE=new Set;
var pattern_in=__webpack_require__(91289);
var source_path=__webpack_require__(61071);
var source_reader=__webpack_require__(1088);
var value_cleaner=__webpack_require__(28058);
;
class Undecided{
what;
hint;
constructor({text,at},why,wayOut){
this.what=`"${text}" (${at}), ${why}`;
this.hint=`Correct the value in the source, or ${wayOut}.`}}
function compileCondition(condition,context,use=`value`){
if(`conditions`in condition){
const parts=condition.conditions.map(each=>compileCondition(each,context,use));
return combined(parts,condition.kind===`any`)}
return compileComparison(condition,context,use)}
function compileComparison(condition,context,use){
const{reader,now}=context;
const read=reading(condition.ref,reader,use);
const{ref}=condition;
const wrongShape=new Undecided(ref,`which is a list or an object there, or has another shape than this`,"write this rule in your mapping with a path to the value or with `expr`, such as `when: { from: path.to.value, is: yes }`");
const unknown=new Undecided(ref,`whose value the source could not give (#NV, N/A)`,"write this rule in your mapping and name the word before the others, such as `userStatus: [{ value: DECLINED, when: { from: …, is: ['#NV', N/A] } }, { value: VERIFIED }]`");
switch(condition.kind){case`empty`:return body=>{
const value=read(body);
return value===value_cleaner.P?unknown:((0,source_value.Im)(value)||(0,source_value.aN)(value))===condition.empty};case`is`:{
const{values,negated}=condition;
return onText(read,{wrongShape,unknown},text=>(text!==null&&isAmong(values,text))!==negated)}case`matches`:{
const pattern=(0,pattern_in.G)(condition.pattern,context);
return onText(read,{wrongShape,unknown},text=>text!==null&&pattern.test((0,invisible.OT)(text).trim()))}case`future`:{
const unreadable=new Undecided(ref,`which is not a time that can be read`,"write this rule in your mapping so that any value blocks, such as `userStatus: [{ value: DECLINED, when: { from: …, empty: false } }, { value: VERIFIED }]`");
return onText(read,{wrongShape,unknown},text=>{
const future=text===null?false:isInFuture((0,invisible.OT)(text).trim(),now,condition.isInDays);
return future===null?unreadable:future===condition.future})}case`has`:{
const{values,negated}=condition;
return body=>{
const value=read(body);
if(value===value_cleaner.P)return unknown;
const texts=textsOf(value);
return texts===null?wrongShape:texts.some(text=>isAmong(values,text))!==negated}}case`includes`:{
const{negated}=condition;
const wanted=condition.values.map(ref=>reader.reading(ref,use));
return body=>{
const list=listOfTexts(read(body));
if(list===null)return wrongShape;
const value=wanted.map(each=>(0,source_value.b6)(each(body))).find(text=>typeof text===`string`&&text.trim()!==``);
return(typeof value===`string`&&list.has((0,identity_keys.$y)(value.trim())))!==negated}}}}
function isAmong(values,text){
return values.has(text)||values.has((0,compared_text.l)(text))}
function reading(ref,reader,use){
const read=reader.reading(ref,use);
if(read===source_reader.sj)return read;
return listReading(ref,reader,ref.json===undefined?read:jsonReading(ref.json,read,reader,use),use)}
function jsonReading(ref,read,reader,use){
const path=(0,source_reader.XM)(ref,reader.problems)??[];
const clean=reader.cleaner.cleaning(ref,use);
return body=>{
const value=read(body);
if((0,source_value.Im)(value)||typeof value===`symbol`)return value;
const parsed=typeof value===`string`?(0,source_value.kz)(value):value;
return typeof parsed===`symbol`?source_path.nw:clean((0,source_path.fK)(parsed,path))}}
function listReading(ref,{cleaner},read,use){
if(ref.list===undefined)return read;
const items=(0,list_text.S)(ref.list);
const clean=cleaner.cleaning(ref,use);
return body=>{
const value=read(body);
if(typeof value!==`string`||(0,source_value.Im)(value))return value;
const list=items(value);
return typeof list===`symbol`?source_path.nw:clean(list)}}
function combined(parts,any){
return body=>{
let undecided=null;
for(const part of parts){
const verdict=part(body);
if(verdict===any)return any;
if(verdict instanceof Undecided)undecided??=verdict}
return undecided??!any}}
function onText(read,{wrongShape,unknown},test){
return body=>{
const value=read(body);
if((0,source_value.Im)(value))return test(null);
if(value===value_cleaner.P)return unknown;
const text=(0,source_value.b6)(value);
return typeof text===`string`?test(text.trim()):wrongShape}}
function textsOf(value){
if((0,source_value.Im)(value))return[];
if(value===source_path.nw)return null;
const texts=[];
for(const item of Array.isArray(value)?value:[value]){
if((0,source_value.Im)(item))continue;
const text=(0,source_value.b6)(item);
if(typeof text!==`string`)return null;
texts.push(text.trim())}
return texts}}),19183:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Hs:()=>converter,aB:()=>toJson,fE:()=>toText});
var _field_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6703);
var _source_value_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(52003);
function converter(type,trim,makeError){
switch(type){case`boolean`:return toBoolean(makeError);case`number`:return toNumber(makeError);case`list`:return toList(toText(trim,makeError),makeError);case`json`:return toJson(makeError);case`custom`:return keepType(trim,makeError);case`string`:case`text`:case`email`:case`phone`:case`locale`:case`zone`:case`url`:return toText(trim,makeError)}}
function toText(trim,makeError){
const wrongType=makeError(`type.invalid`,`must be one text, but the source has a list or an object there`,"Name one element of it in the mapping: `from: path[0]` or `from: path.key`.");
const imprecise=imprecision(makeError);
return value=>{
if(typeof value===`string`)return trimmed(value,trim);
const text=(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.b6)(value);
if(text===undefined)return wrongType;
return text??imprecise}}
function trimmed(text,trim){
if(trim===`none`)return text;
const shorter=text.trim();
if(trim===`all`||shorter.length===text.length)return shorter;
return text.replace(/^[\t-\r ]+|[\t-\r ]+$/g,``)}
function toBoolean(makeError){
const invalid=makeError(`boolean.invalid`,`must be yes or no`,"Write true or false, 1 or 0, yes or no, ja or nein; map other words: `table: { S: true, N: false }`.");
return value=>{
const text=(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.b6)(value);
switch(typeof text===`string`?text.trim().toLowerCase():``){case`true`:case`1`:case`yes`:case`ja`:return true;case`false`:case`0`:case`no`:case`nein`:return false;default:return invalid}}}
function toNumber(makeError){
const invalid=makeError(`number.invalid`,`must be a number`,"Write it with digits and a decimal point, such as -12.5, or map it as text: `type: string`.");
const imprecise=imprecision(makeError);
return value=>{
const text=(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.b6)(value);
if(text===null)return imprecise;
if(text===undefined||typeof value===`boolean`)return invalid;
const digits=text.trim();
if(!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(digits))return invalid;
const number=Number(digits);
if(!Number.isFinite(number))return invalid;
return(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.u0)(number)?number:imprecise}}
function toList(item,makeError){
const json=toJson(makeError);
return value=>{
const source=typeof value===`string`&&value.trim().startsWith(`[`)?json(value):value;
if(source instanceof _field_error_js__WEBPACK_IMPORTED_MODULE_1__.b)return source;
const items=[];
for(const each of Array.isArray(source)?source:[source]){
if((0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.Im)(each))continue;
const made=item(each);
if(made instanceof _field_error_js__WEBPACK_IMPORTED_MODULE_1__.b)return made;
items.push(made)}
return items.length===0?undefined:items}}
function toJson(makeError){
const invalid=makeError(`json.invalid`,`must be JSON, but the text is not valid JSON`,"Correct the cell, or map it as text: `type: string`.");
const imprecise=imprecision(makeError);
return value=>{
if(typeof value!==`string`)return(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.u0)(value)?value:imprecise;
const parsed=(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.kz)(value);
if(typeof parsed===`symbol`)return invalid;
if(!(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.u0)(parsed))return imprecise;
return(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.Im)(parsed)?undefined:parsed}}
function keepType(trim,makeError){
const imprecise=imprecision(makeError);
return value=>{
if(typeof value===`string`)return trimmed(value,trim);
return(0,_source_value_js__WEBPACK_IMPORTED_MODULE_0__.u0)(value)?value:imprecise}}
function imprecision(makeError){
return makeError(`number.imprecise`,`is a number with too many digits to be read exactly`,"Let the source write it as text, in quotes, or leave the field out of the mapping, for a preset with `fields: { customFields.…: null }`.")}}),44172:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Sq:()=>namesOffset,V7:()=>PARSED_HERE,Vw:()=>formatProblem,Zs:()=>EPOCH_MILLISECONDS,wI:()=>EPOCH,ww:()=>ISO,yS:()=>EPOCH_SECONDS});
const TOKENS=[...[`yyyy`,`MM`,`M`,`MMM`,`MMMM`,`dd`,`d`,`HH`,`H`,`hh`,`h`,`mm`,`m`,`ss`,`s`],...[`SSS`,`u`,`a`,`Z`,`ZZ`,`ZZZ`,`z`]];
const ISO=`iso`;
const EPOCH=`epoch`;
const EPOCH_SECONDS=`epoch-seconds`;
const EPOCH_MILLISECONDS=`epoch-milliseconds`;
const PARSED_HERE=[ISO,EPOCH,EPOCH_SECONDS,EPOCH_MILLISECONDS];
const MAX_LENGTH=100;
function tokensOf(format){
return format.replace(/'[^']*'/g,` `).match(/([A-Za-z])\1*/g)??[]}
function namesOffset(format){
if(PARSED_HERE.includes(format))return format!==ISO;
return tokensOf(format).some(token=>token.toLowerCase().startsWith(`z`))}
function formatProblem(format,kind){
if(format===ISO)return null;
if(PARSED_HERE.includes(format)){
return kind===`instant`?null:`is a format of instants, not of dates`}
if(format.length>MAX_LENGTH)return`has more than ${MAX_LENGTH} characters`;
const tokens=tokensOf(format);
const twice=tokens.find((token,index)=>tokens.indexOf(token)!==index);
if(twice!==undefined)return`has "${twice}" twice`;
if(tokens.includes(`yy`))return`has a two-digit year, which is ambiguous: the source must give four digits (yyyy)`;
const unknown=tokens.find(token=>!TOKENS.includes(token));
if(unknown!==undefined){
return`has "${unknown}", which is not a known token: write yyyy, MM, dd, HH, mm, ss (as in dd.MM.yyyy HH:mm), other text in single quotes`}
const has=(...wanted)=>wanted.some(token=>tokens.includes(token));
if(!has(`yyyy`)||!has(`MM`,`M`,`MMM`,`MMMM`)||!has(`dd`,`d`))return`must have a year (yyyy), a month (MM) and a day (dd)`;
const timed=has(`HH`,`H`,`hh`,`h`,`mm`,`m`,`ss`,`s`,`SSS`,`u`,`a`,`Z`,`ZZ`,`ZZZ`,`z`);
if(kind===`date`&&timed)return`has a time of day, which a date does not`;
if(has(`hh`,`h`)!==has(`a`))return`must have both hh and a (am or pm), or HH for 24 hours`;
return null}}),25346:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>isRealDate,a:()=>dateParser});
var _date_format_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(44172);
const ISO_DATE=/^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:[.,]0{1,9})?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;
function dateParser(formats,luxon,at,makeError){
const wanted=formats.map(format=>format===_date_format_js__WEBPACK_IMPORTED_MODULE_0__.ww?`yyyy-MM-dd`:format).join(` or `);
const invalid=makeError(`date.invalid`,`is not a date in the format ${wanted}`,`Correct the date, or name the source's format: \`date: dd.MM.yyyy\` (${at}). \`rules: { date.invalid: warn }\` leaves such values out.`);
const ambiguous=makeError(`date.ambiguous`,`is a different date in two of its formats`,`Keep one of the formats, such as \`date: dd.MM.yyyy\` (${at}).`);
const parsers=formats.map(format=>format===_date_format_js__WEBPACK_IMPORTED_MODULE_0__.ww?isoDate:patternDate(format,luxon));
return text=>{
let found=null;
for(const parse of parsers){
const date=parse(text);
if(date===null||date===found)continue;
if(found!==null)return ambiguous;
found=date}
return found??invalid}}
function isoDate(text){
const found=ISO_DATE.exec(text);
return found!==null&&isRealDate(Number(found[1]),Number(found[2]),Number(found[3]))?text.slice(0,10):null}
function patternDate(format,luxon){
if(luxon===null)throw new Error(`the format ${format} needs luxon, which was not loaded`);
const{DateTime}=luxon;
const parser=DateTime.buildFormatParser(format,{locale:`en`});
return text=>{
const date=DateTime.fromFormatParser(text,parser,{zone:`utc`,locale:`en`});
return date.isValid?date.toISODate():null}}
function isRealDate(year,month,day){
if(year<1||month<1||month>12||day<1||day>31)return false;
return day<=28||new Date(Date.UTC(2e3+year%400,month-1,day)).getUTCDate()===day}}),77160:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Be:()=>expressionEvaluation,CA:()=>errorCode,Jn:()=>readExpression});
var _record_limit_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36761);
const LIMITS={timeout:1e3,stack:200,sequence:1e4};
function readExpression(jsonata,text){
return jsonata(text,LIMITS)}
function expressionEvaluation(jsonata){
const known=new Map;
return async(text,input)=>{
const expression=known.get(text)??readExpression(jsonata,text);
known.set(text,expression);
try{
return plainValue(await expression.evaluate(input))}catch(error){
const code=errorCode(error);
return{code:code===`D1012`?`time`:code}}}}
function plainValue(value){
if(typeof value===`string`&&value.length>_record_limit_js__WEBPACK_IMPORTED_MODULE_0__.l)return{code:`length`};
if(typeof value===`function`||typeof value===`symbol`)return{code:`error`};
if(typeof value!==`object`||value===null)return{value};
if(`_jsonata_function`in value||`_jsonata_lambda`in value)return{code:`error`};
const json=JSON.stringify(value);
return json.length>_record_limit_js__WEBPACK_IMPORTED_MODULE_0__.l?{code:`length`}:{value:JSON.parse(json)}}
function errorCode(error){
const code=typeof error===`object`&&error!==null&&`code`in error?error.code:undefined;
return typeof code===`string`&&/^[A-Z]\d{4}$/.test(code)?code:`error`}}),49852:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{j:()=>ExpressionFailure,u:()=>Expressions});
var json_object=__webpack_require__(29535);
;
function expressionPaths(tree){
if(Array.isArray(tree))return tree.flatMap(expressionPaths);
if(!(0,json_object.Qd)(tree))return[];
if(tree.type===`path`&&Array.isArray(tree.steps))return pathOf(tree.steps);
const looked=lookedUp(tree);
return[...looked===null?[]:[[looked]],...Object.values(tree).flatMap(expressionPaths)]}
function pathOf(steps){
const[first,...others]=steps;
const isRecord=isStep(first,`variable`)&&(first.value===``||first.value===`$`);
const names=[];
for(const step of isRecord?others:steps){
if(!isStep(step,`name`))break;
names.push(step.value)}
return[...names.length===0?[]:[names],...isStep(first,`name`)?[]:expressionPaths(first)]}
function lookedUp({type,procedure,arguments:given}){
if(type!==`function`||!(0,json_object.Qd)(procedure)||procedure.value!==`lookup`||!Array.isArray(given))return null;
const[record,key]=given;
return isStep(record,`variable`)&&record.value===``&&isStep(key,`string`)?key.value:null}
function isStep(node,type){
return(0,json_object.Qd)(node)&&node.type===type&&typeof node.value===`string`}
var evaluate_expression=__webpack_require__(77160);
;
class ExpressionFailure{
code;
constructor(code){
this.code=code}}
class Expressions{
#context;
#prepared=[];
paths=[];
#results=new WeakMap;
constructor(context){
this.#context=context}
get any(){
return this.#prepared.length>0}
reading(text,at){
const{jsonata,findings,problems}=this.#context;
if(jsonata===null)throw new Error(`expressions need jsonata, which was not loaded`);
try{
const tree=(0,evaluate_expression.Jn)(jsonata,text).ast();
this.paths.push(...expressionPaths(tree));
if(hasModifier(tree))problems.push(`${at}: the regular expression has a modifier, as (?i:…): write the flag behind it, as /…/i.`)}catch(error){
problems.push(`${at}: this is not a JSONata expression (${(0,evaluate_expression.CA)(error)}${positionOf(error)}).`);
return()=>undefined}
const place=this.#prepared.push({text,at})-1;
return body=>{
const result=this.#results.get(body);
for(const problem of result?.found??[])findings.add(problem);
return result?.values[place]}}
async prepare(records,inputOf){
const{evaluator,findings}=this.#context;
if(evaluator===undefined)throw new Error(`the mapping has expressions, but nothing evaluates them`);
this.#results=new WeakMap;
const inputs=[];
for(const{body}of records){
const input=inputOf(body);
const found=findings.take();
if(input!==undefined)inputs.push({body,input,found})}
const texts=this.#prepared.map(({text})=>text);
const results=await evaluator.evaluate(texts,inputs.map(({input})=>input));
for(const[index,{body,found}]of inputs.entries()){
const values=(results[index]??[]).map((evaluated,place)=>this.#valueOf(evaluated,place));
this.#results.set(body,{values,found})}}
#valueOf(evaluated,place){
if(`value`in evaluated)return evaluated.value;
const{code}=evaluated;
if(code===`time`||code===`memory`)this.#context.overruns.add(this.#prepared[place]?.at??``);
return new ExpressionFailure(code)}}
function hasModifier(tree){
if(tree instanceof RegExp)return/\(\?(?=[a-z-])[a-z]*(?:-[a-z]+)?:/.test(tree.source.replace(/\\./g,``));
return typeof tree===`object`&&tree!==null&&Object.values(tree).some(hasModifier)}
function positionOf(error){
const position=typeof error===`object`&&error!==null&&`position`in error?error.position:undefined;
return typeof position===`number`?` at position ${position}`:``}}),88065:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{O:()=>objectCopier,R:()=>fieldConverter});
var _password_json_object_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(29535);
var _runtime_bounded_cache_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(33618);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__(95064);
var _user_cidaas_fields_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(34952);
var _convert_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(19183);
var _date_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(25346);
var _date_format_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(44172);
var _field_error_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(6703);
var _instant_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(74804);
var _set_path_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__(11194);
var _source_value_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(52003);
const MAX_DEPTH=4;
const MAX_PROBLEMS=100;
const MAX_SHOWN_KEYS=20;
function objectCopier(shape){
const copy=levelCopier(shape,``,0);
return(source,target,problems)=>{
const unknown={names:[],unnamed:0,at:0};
copy(source,target,problems,unknown);
if(unknown.names.length+unknown.unnamed>0)problems.splice(unknown.at,0,unknownKeys(shape,unknown))}}
function levelCopier(shape,prefix,depth){
const prepared=key=>{
const name=prefix+key;
const found=prepare(shape,name);
const inner=found===null&&isPrefix(name)&&depth<MAX_DEPTH?levelCopier(shape,`${name}.`,depth+1):null;
return{name,found,inner}};
const known=(0,_runtime_bounded_cache_js__WEBPACK_IMPORTED_MODULE_6__.B)(prepared,1e3);
return(source,target,problems,unknown)=>{
for(const[key,value]of Object.entries(source)){
if(problems.length===MAX_PROBLEMS)return;
const{name,found,inner}=known(key);
if(found!==null){
if((0,_source_value_js__WEBPACK_IMPORTED_MODULE_5__.Im)(value))continue;
const made=found.convert(value);
if(made instanceof _field_error_js__WEBPACK_IMPORTED_MODULE_7__.b)problems.push(made);else if(made!==undefined)found.put(target,made)}else if(inner!==null&&(0,_password_json_object_js__WEBPACK_IMPORTED_MODULE_8__.Qd)(value))inner(value,target,problems,unknown);else addUnknown(name,unknown,problems.length)}}}
function entriesConverter(shape,field,makeError){
const wrongType=makeError(`type.invalid`,`must be a list of objects`,`Give a list such as [{…}, {…}] as JSON, or build it in a mapping: \`${field}: [{ each: path }]\`.`);
const json=(0,_convert_js__WEBPACK_IMPORTED_MODULE_1__.aB)(makeError);
const copyFields=objectCopier(shape);
return value=>{
const list=json(value);
if(list===undefined||list instanceof _field_error_js__WEBPACK_IMPORTED_MODULE_7__.b)return list;
if(!Array.isArray(list))return wrongType;
const entries=[];
for(const[index,source]of list.entries()){
if(!(0,_password_json_object_js__WEBPACK_IMPORTED_MODULE_8__.Qd)(source))return wrongType;
const entry={};
const problems=[];
copyFields(source,entry,problems);
const[first]=problems;
if(first!==undefined)return inEntry(first,`${field}[${index}]`);
if(Object.keys(entry).length>0)entries.push(entry)}
return entries.length===0?undefined:entries}}
function fieldConverter(field,type,trim,at,makeError){
switch(type){case`date`:case`instant`:return isoConverter(type,makeError,at);case`groups`:return entriesConverter(`group`,field.name,makeError);case`consents`:return entriesConverter(`consent`,field.name,makeError);case`identities`:return entriesConverter(`identity`,field.name,makeError);default:return(0,_convert_js__WEBPACK_IMPORTED_MODULE_1__.Hs)(type,trim?isCleaned(field)?`ascii`:`all`:`none`,makeError)}}
function isCleaned({name,level}){
return level===`identity`||name===`sub`}
function inEntry({code,reason,problem},entry){
const{field,message,hint}=problem;
return new _field_error_js__WEBPACK_IMPORTED_MODULE_7__.b(code,field===null?entry:`${entry}.${field}`,reason,hint,message)}
function prepare(shape,name){
const field=(0,_user_cidaas_fields_js__WEBPACK_IMPORTED_MODULE_0__.UI)(shape,name);
if(field===undefined)return null;
return{convert:fieldConverter(field,field.type,true,`in a mapping file`,(0,_field_error_js__WEBPACK_IMPORTED_MODULE_7__.y)(name)),put:(0,_set_path_js__WEBPACK_IMPORTED_MODULE_9__.S)(field.path)}}
function isPrefix(name){
return name===`address`||name===`customFields`||name===`password_hash_info`||name===`password_hash_info.hData`}
function addUnknown(name,unknown,at){
if(unknown.names.length+unknown.unnamed===0)unknown.at=at;
const isShowable=/^[A-Za-z_][\w.-]{0,47}$/.test(name)&&!/\d{4}|[0-9a-f]{16}/i.test(name);
if(isShowable&&unknown.names.length<MAX_SHOWN_KEYS)unknown.names.push(name);else unknown.unnamed+=1}
function unknownKeys(shape,{names,unnamed}){
const[first,...others]=names;
const listed=others.map(name=>`"${name}"`);
if(first!==undefined&&unnamed>0)listed.push((0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_10__.hS)(unnamed,`more key`));
const also=listed.length===0?``:` Also: ${listed.join(`, `)}.`;
const message=first===undefined?`${unnamed===1?`A key`:`${unnamed} keys`} of the record ${unnamed===1?`is not a cidaas field`:`are not cidaas fields`}.`:(0,_user_cidaas_fields_js__WEBPACK_IMPORTED_MODULE_0__.wE)(shape,first)+also;
const hint="Remove the key from the export, or write a mapping, which takes only what it names: `fields: { email: email }`.";
return new _field_error_js__WEBPACK_IMPORTED_MODULE_7__.b(`field.unknown`,null,`has a key that is not a cidaas field`,hint,message)}
function isoConverter(type,makeError,at){
const parse=type===`date`?(0,_date_js__WEBPACK_IMPORTED_MODULE_2__.a)([_date_format_js__WEBPACK_IMPORTED_MODULE_3__.ww],null,at,makeError):(0,_instant_js__WEBPACK_IMPORTED_MODULE_4__.V)([_date_format_js__WEBPACK_IMPORTED_MODULE_3__.ww],null,null,at,makeError);
const invalid=parse(``);
return value=>typeof value===`string`?parse(value.trim()):invalid}}),6703:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b:()=>FieldError,y:()=>fieldErrors});
class FieldError{
code;
problem;
reason;
constructor(code,field,reason,hint,message=`${field} ${reason}.`){
this.code=code;
this.reason=reason;
this.problem={code,field,message,hint}}}
function fieldErrors(field){
return(code,reason,hint)=>new FieldError(code,field,reason,hint)}}),74804:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>instantParser});
var compile_date=__webpack_require__(25346);
var date_format=__webpack_require__(44172);
;
const DAY=864e5;
function wallClock(zone,luxon){
if(luxon===null)throw new Error(`time zones need luxon, which was not loaded`);
const{IANAZone}=luxon;
const ianaZone=IANAZone.create(zone);
const offset=time=>ianaZone.offset(time)*6e4;
const daysWithoutChange=new Map;
const offsetOfDay=day=>{
const known=daysWithoutChange.get(day);
if(known!==undefined)return known;
const before=offset((day-1)*DAY);
const found=before===offset((day+2)*DAY)?before:null;
if(daysWithoutChange.size>=2e4)daysWithoutChange.clear();
daysWithoutChange.set(day,found);
return found};
return wall=>{
const dayOffset=offsetOfDay(Math.floor(wall/DAY));
if(dayOffset!==null)return wall-dayOffset;
const before=offset(wall-DAY);
const after=offset(wall+DAY);
const times=[wall-before,wall-after].filter(time=>time+offset(time)===wall);
return times.length===0?wall-before:Math.min(...times)}}
;
const ISO_INSTANT=/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d)?)?)?$/;
const NUMBER=/^-?\d{1,17}(?:\.\d{1,9})?$/;
const EARLIEST=-621355968e5;
const LATEST=0xe677d21fdbff;
function instantParser(formats,zone,luxon,at,makeError){
const offset=zone===null&&formats.includes(date_format.ww)?` with an offset or Z`:``;
const invalid=makeError(`instant.invalid`,`is not a point in time in the format ${formats.join(` or `)}${offset}`,`Correct the value, or name the source's format and its zone: \`instant: dd.MM.yyyy HH:mm\`, \`zone: Europe/Berlin\` (${at}). \`rules: { instant.invalid: warn }\` leaves such values out.`);
const ambiguous=makeError(`date.ambiguous`,`is a different time in two of its formats`,`Keep one of the formats, such as \`instant: dd.MM.yyyy HH:mm\` (${at}).`);
const clock=zone===null?null:wallClock(zone,luxon);
const parsers=formats.map(format=>parserOf(format,clock,luxon));
return text=>{
let found=null;
for(const parse of parsers){
const time=parse(text);
if(time===null||time===found||!(time>=EARLIEST&&time<=LATEST))continue;
if(found!==null)return ambiguous;
found=time}
return found===null?invalid:new Date(found).toISOString()}}
function parserOf(format,clock,luxon){
switch(format){case date_format.ww:return text=>isoInstant(text,clock);case date_format.wI:return text=>NUMBER.test(text)?plausibleTime(Number(text)):null;case date_format.yS:return text=>NUMBER.test(text)?Math.floor(Number(text)*1e3):null;case date_format.Zs:return text=>NUMBER.test(text)?Math.floor(Number(text)):null;default:return patternInstant(format,clock,luxon)}}
const PLAUSIBLE_FROM=631152e6;
const PLAUSIBLE_TO=41024448e5;
function plausibleTime(count){
for(const time of[count*1e3,count,count/1e3]){
if(time>=PLAUSIBLE_FROM&&time<PLAUSIBLE_TO)return Math.floor(time)}
return null}
function isoInstant(text,clock){
const found=ISO_INSTANT.exec(text);
if(found===null)return null;
const[,year,month,day,hour=`0`,minute=`0`,second=`0`,fraction=``,z,sign,hours,minutes=`0`]=found;
if(!(0,compile_date.V)(Number(year),Number(month),Number(day)))return null;
if(Number(hour)>23||Number(minute)>59||Number(second)>59)return null;
const milliseconds=Number(fraction.slice(0,3).padEnd(3,`0`));
const date=new Date(0);
date.setUTCFullYear(Number(year),Number(month)-1,Number(day));
const wall=date.setUTCHours(Number(hour),Number(minute),Number(second),milliseconds);
if(z!==undefined)return wall;
if(hours===undefined)return clock===null?null:clock(wall);
if(Number(hours)>18||Number(minutes)>59)return null;
return wall-(sign===`-`?-1:1)*(Number(hours)*60+Number(minutes))*6e4}
function patternInstant(format,clock,luxon){
if(luxon===null)throw new Error(`the format ${format} needs luxon, which was not loaded`);
const{DateTime}=luxon;
const parser=DateTime.buildFormatParser(format,{locale:`en`});
const absolute=(0,date_format.Sq)(format);
return text=>{
const time=DateTime.fromFormatParser(text,parser,{zone:`utc`,locale:`en`});
if(!time.isValid)return null;
if(absolute)return time.toMillis();
return clock===null?null:clock(time.toMillis())}}}),72217:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{W:()=>compileJoin,y:()=>joinScopes});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _file_mapping_refs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(15602);
var _compile_field_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(66713);
var _expressions_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(49852);
var _field_error_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__(6703);
var _libraries_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(15787);
var _record_findings_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__(57298);
var _record_region_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(39249);
var _source_path_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(61071);
var _source_reader_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(1088);
var _warned_value_js__WEBPACK_IMPORTED_MODULE_11__=__webpack_require__(35259);
var _work_meter_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(83451);
async function compileJoin(join,columns,{now,overruns}){
const findings=new _record_findings_js__WEBPACK_IMPORTED_MODULE_9__._;
const stored={...join.cells,nullMarks:false};
const open=cells=>columns===null?(0,_source_reader_js__WEBPACK_IMPORTED_MODULE_7__.nT)(cells,findings):(0,_source_reader_js__WEBPACK_IMPORTED_MODULE_7__.a8)(columns,cells,findings);
const reader=open(join.cells);
const libraries=await(0,_libraries_js__WEBPACK_IMPORTED_MODULE_4__.k)([join.key],join.key);
const{problems}=reader;
const meter=new _work_meter_js__WEBPACK_IMPORTED_MODULE_8__.B(overruns);
const expressions=new _expressions_js__WEBPACK_IMPORTED_MODULE_3__.u({jsonata:null,evaluator:undefined,problems,findings,overruns});
const phone={region:null,readRegion:(0,_record_region_js__WEBPACK_IMPORTED_MODULE_5__.Sv)(libraries.phones),regionOf:_record_region_js__WEBPACK_IMPORTED_MODULE_5__.tR};
const wayOut={statusWayOut:``,isStatusMissing:false};
const make=compileKey(join.key,{reader,libraries,expressions,problems,now,phone,meter,...wayOut});
if(problems.length>0)throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([...problems]);
return{keyOf:body=>{
meter.reset();
const key=make(body);
findings.take();
return typeof key===`string`&&key!==``?key:null},toObject:open(stored).toObject}}
function joinScopes(joins,index,context){
if(joins.length===0)return{scopes:[],enter:()=>[],enterAgain:()=>undefined};
if(index===undefined)throw new Error(`the mapping has joins, but no index of joined records was given`);
const prepared=joins.map(({name,many,equals,key})=>({name,many,key:compileKey(equals,context),scope:{name,columns:many?null:index.columns(name),paths:keyPaths(key),value:undefined}}));
const entered=new WeakMap;
return{scopes:prepared.map(({scope})=>scope),enterAgain:body=>{
for(const[place,{scope}]of prepared.entries())scope.value=entered.get(body)?.[place]},enter:body=>{
const errors=[];
for(const{name,many,key,scope}of prepared){
const made=key(body);
if(made instanceof _field_error_js__WEBPACK_IMPORTED_MODULE_10__.b)errors.push(made);
const found=typeof made===`string`&&made!==``?index.find(name,made):[];
scope.value=many?found:found[0]}
entered.set(body,prepared.map(({scope})=>scope.value));
return errors}}}
function keyPaths(key){
return(0,_file_mapping_refs_js__WEBPACK_IMPORTED_MODULE_1__.j)(key).flatMap(({text})=>[[text],(0,_source_path_js__WEBPACK_IMPORTED_MODULE_6__.Rr)(text)??[]].filter(path=>path.length>0))}
function compileKey(rule,context){
const field={name:rule.field,path:[`key`],type:`text`,level:`account`,clearable:false};
const{make}=(0,_compile_field_js__WEBPACK_IMPORTED_MODULE_2__.gC)(rule,field,rule.field,context);
return body=>{
const made=make(body);
const key=made instanceof _warned_value_js__WEBPACK_IMPORTED_MODULE_11__.h?made.value:made;
return typeof key===`string`?key.normalize(`NFC`):key}}}),15787:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{k:()=>loadLibraries});
var _field_rule_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(68337);
var _pattern_pattern_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(67617);
var _date_format_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(44172);
async function loadLibraries(rules,whole){
const all=rules.flatMap(_field_rule_js__WEBPACK_IMPORTED_MODULE_2__.V);
const[luxon,phones,jsonata,re2]=await Promise.all([all.some(needsLuxon)?__webpack_require__.e(8714).then(__webpack_require__.bind(__webpack_require__,68714)):null,all.some(rule=>rule.change?.kind===`phone`)?__webpack_require__.e(4547).then(__webpack_require__.bind(__webpack_require__,4547)):null,all.some(rule=>rule.source.kind===`expr`)?__webpack_require__.e(9132).then(__webpack_require__.t.bind(__webpack_require__,79132,19)).then(module=>module.default):null,(0,_pattern_pattern_js__WEBPACK_IMPORTED_MODULE_0__.X)(whole)?__webpack_require__.e(2856).then(__webpack_require__.bind(__webpack_require__,2856)).then(({RE2JS})=>RE2JS):null]);
return{luxon,phones,jsonata,re2}}
function needsLuxon({change}){
if(change?.kind===`instant`&&change.zone!==null)return true;
if(change?.kind!==`date`&&change?.kind!==`instant`)return false;
return change.formats.some(format=>!_date_format_js__WEBPACK_IMPORTED_MODULE_1__.V7.includes(format))}}),38376:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{S:()=>itemsOf});
var _php_list_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(73573);
function itemsOf(list){
switch(list.kind){case`php`:return _php_list_js__WEBPACK_IMPORTED_MODULE_0__.v;case`separated`:return text=>text.split(list.separator)}}}),35471:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D:()=>markReader});
var _text_invisible_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(35880);
var _cell_reading_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(219);
var _null_marks_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(93548);
function markReader(cells){
const unquoted=(0,_cell_reading_js__WEBPACK_IMPORTED_MODULE_1__.a)(cells);
const words=new Set(cells.emptyWords);
return raw=>{
const text=unquoted(raw)??``;
if(words.size>0&&words.has(text.trim()))return``;
if(text===``||!cells.nullMarks||(0,_null_marks_js__WEBPACK_IMPORTED_MODULE_2__.KA)(text))return text;
const trimmed=(0,_text_invisible_js__WEBPACK_IMPORTED_MODULE_0__.OT)(text).trim();
const mark=(0,_null_marks_js__WEBPACK_IMPORTED_MODULE_2__.t2)(trimmed);
if(mark===null)return trimmed;
return mark===`nothing`?``:null}}}),85416:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{JA:()=>missingColumn,Qh:()=>missingValue,aP:()=>missingSource});
var _text_nearest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4581);
function missingColumn({at,text,field},presence,columns){
const suggestion=(0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_0__.a)(text,columns);
const what=`${at}: the export has no column "${text}".${suggestion}`;
if(presence===`column`)return`${what} ${decisionFor(field??``)}`;
if(/^(?:VERIFIED|PENDING|DECLINED|[\d._]+(?:e\d+)?)$/.test(text))return`${what} If it is a constant, write \`{ value: ${text} }\`.`;
return suggestion===``?`${what} Correct the name, or write \`source: { columns: optional }\`.`:what}
function missingSource({at,field},refs,statusWayOut){
const names=refs.map(({text})=>`"${text}"`).join(` or `);
const wayOut=field===`userStatus`?`${statusWayOut}.`:decisionFor(field);
return`${at}: the export has no column ${names}, and ${field} requires it. ${wayOut}`}
function decisionFor(field){
const constant=field===`userStatus`?`VERIFIED`:`…`;
return`Export it, or decide in your mapping what holds for all users: \`fields: { ${field}: { value: ${constant} } }\`.`}
function missingValue(wayOut,at,makeError){
const hint=wayOut??"Fill it in the source, or say in the mapping what an empty value means: `default: …`";
return makeError(`value.missing`,`must have a value, but the source has none`,`${hint} (${at}).`)}}),93548:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{DJ:()=>withoutControls,KA:()=>isPlainText,UU:()=>formulaText,t2:()=>nullMark});
const WORDS=new Map([...marks(`nothing`,[`\\N`,`NULL`,`null`,`Null`,`(null)`,`(NULL)`,`(Null)`,`[NULL]`,`[null]`]),...marks(`nothing`,[`<null>`,`<NULL>`,`<Null>`,`None`,`(none)`,`00.00.0000`]),...marks(`unknown`,[`N/A`,`n/a`,`#NV`,`#N/A`,`#N/D`,`#N/B`,`#GETTING_DATA`]),...marks(`unknown`,[`NaN`,`nan`,`undefined`,`[object Object]`])]);
const ZERO_DATE=/^0000-00-00(?:[T ]00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]00:?00)?)?$/;
const SHEET_ERROR=/^(?:#[¡¿]?\p{Lu}[\p{Lu}/0_]*[!?]|Err:5\d\d)$/u;
const TOO_NARROW=/^#{3,}$/;
const MAX_LENGTH=30;
const LOOKED_AT=Uint8Array.from({length:128},(_,code)=>Number(code<=32||code===127||`\\Nn([<0#uE=`.includes(String.fromCharCode(code))));
function isPlainText(text){
const first=text.charCodeAt(0);
const last=text.charCodeAt(text.length-1);
return first<128&&LOOKED_AT[first]===0&&last>=32&&last!==127}
function nullMark(text){
if(text.length>MAX_LENGTH)return null;
const word=WORDS.get(text);
if(word!==undefined)return word;
if(ZERO_DATE.test(text))return`nothing`;
return TOO_NARROW.test(text)||SHEET_ERROR.test(text)?`unknown`:null}
const TEXT_FORMULA=/^="((?:[^"]|"")*)"$/;
function formulaText(text){
if(!text.startsWith(`="`))return null;
const inner=TEXT_FORMULA.exec(text)?.[1];
return inner===undefined?null:inner.replaceAll(`""`,`"`)}
const CONTROL=/^[\0-\x08\x0b\x0c\x0e-\x1f\x7f\s]+|[\0-\x08\x0b\x0c\x0e-\x1f\x7f\s]+$/g;
function withoutControls(text){
return isControl(text.charCodeAt(0))||isControl(text.charCodeAt(text.length-1))?text.replace(CONTROL,``):null}
function isControl(code){
return code<32&&code!==9&&code!==10&&code!==13||code===127}
function marks(kind,words){
return words.map(word=>[word,kind])}}),76218:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{q:()=>MAX_OVERRUNS,t:()=>Overruns});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
const MAX_OVERRUNS=20;
class Overruns{
now;
#rules=[];
constructor(now){
this.now=now}
add(at){
this.#rules.push(at);
if(this.#rules.length<=MAX_OVERRUNS)return;
throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([`${at}: this rule needs more time or memory than a record may take, as rules did for ${MAX_OVERRUNS} records before. Nothing was sent. Make the pattern or expression cheaper, or leave such records out with \`when\`.`])}
take(){
const taken=this.#rules;
this.#rules=[];
return taken}}}),95098:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{W:()=>PathTree});
class PathTree{
#root=emptyNode();
add(path){
const trail=[this.#root];
let node=this.#root;
for(const step of path){
if(typeof step===`string`)node=childOf(node,step);else{
node.element??=emptyNode();
node=node.element;
if(typeof step===`object`&&`key`in step)node.filterKeys.add(step.key)}
trail.push(node)}
node.isRead=true;
return trail}}
function childOf(node,key){
const child=node.keys.get(key)??emptyNode();
node.keys.set(key,child);
return child}
function emptyNode(){
return{isRead:false,keys:new Map,element:null,filterKeys:new Set}}}),91289:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G:()=>patternIn});
var record_limit=__webpack_require__(36761);
var pattern_cost=__webpack_require__(81803);
;
function replacement(template,{groups,names}){
const parts=partsOf(template,groups,names);
const texts=parts.filter(part=>typeof part===`string`).reduce((sum,part)=>sum+part.length,0);
const references=parts.filter(part=>typeof part!==`string`).length;
return{*pieces(text,match){
for(const part of parts)yield typeof part===`string`?part:part(text,match)},longest:length=>length+(length+1)*(texts+references*length)}}
const REFERENCE=/\$(?:(\$)|(&)|(`)|(')|(\d\d?)|<([^>]*)>)/g;
function partsOf(template,groups,names){
const parts=[];
let end=0;
for(const found of template.matchAll(REFERENCE)){
const[whole,dollar,match,before,after,digits,name]=found;
parts.push(template.slice(end,found.index));
end=found.index+whole.length;
if(dollar!==undefined)parts.push(`$`);else if(match!==undefined)parts.push((text,{start,end:to})=>text.slice(start,to));else if(before!==undefined)parts.push((text,{start})=>text.slice(0,start));else if(after!==undefined)parts.push((text,{end:from})=>text.slice(from));else if(digits!==undefined)parts.push(...numbered(digits,groups));else parts.push(names.size===0?whole:groupsNamed(names.get(name??``)??[]))}
parts.push(template.slice(end));
return parts.filter(part=>part!==``)}
function numbered(digits,groups){
const used=Number(digits)>groups?digits.slice(0,1):digits;
const index=Number(used);
if(index<1||index>groups)return[`$${digits}`];
return[groupsNamed([index]),digits.slice(used.length)]}
function groupsNamed(indexes){
return(text,match)=>{
for(const index of indexes){
const[from,to]=match.group(index);
if(from>=0)return text.slice(from,to)}
return``}}
;
const MAX_NATIVE_STEPS=1e6;
const MAX_LINEAR_STEPS=5e7;
function compilePattern(pattern,engine,meter){
const{native,syntax,needsLinearEngine,at}=pattern;
const linear=needsLinearEngine?linearSearch(pattern,engine,meter):null;
const engineFor=text=>{
const needed=linear===null?text.length:(0,pattern_cost.Ci)(syntax.cost,text.length);
if(linear!==null&&(native===null||needed>MAX_NATIVE_STEPS))return linear;
if(native===null)throw new Error(`a pattern for which there is no engine`);
meter.add(needed,at);
return native};
return{test:text=>{
const chosen=engineFor(text);
if(!(chosen instanceof RegExp))return chosen(text).at(0,false)!==null;
chosen.lastIndex=0;
return chosen.test(text)},replacing:template=>{
const by=replacement(template,syntax);
return text=>{
const chosen=engineFor(text);
const isFast=chosen instanceof RegExp;
if(isFast&&by.longest(text.length)<=record_limit.l)return text.replace(chosen,template);
return replaced(text,isFast?nativeSearch(chosen,text):chosen(text),by,at)}}}}
function replaced(text,search,by,at){
const pieces=[];
const limit=Math.max(record_limit.l,text.length);
let length=0;
const add=piece=>{
length+=piece.length;
if(length>limit)throw record_limit.f.text("the result of `replace`",at);
pieces.push(piece)};
let end=0;
for(let from=0;from<=text.length;){
const match=search.at(from,true);
if(match===null)break;
add(text.slice(end,match.start));
for(const piece of by.pieces(text,match))add(piece);
end=match.end;
from=match.end>match.start?end:end+((text.codePointAt(end)??0)>65535?2:1)}
add(text.slice(end));
return pieces.join(``)}
function nativeSearch(native,text){
const withIndices=new RegExp(native.source,`d${native.flags}`);
return{at:from=>{
withIndices.lastIndex=from;
const found=withIndices.exec(text);
if(found===null)return null;
return{start:found.index,end:found.index+found[0].length,group:index=>found.indices?.[index]??[-1,-1]}}}}
function linearSearch({syntax,at},engine,meter){
if(engine===null)throw new Error(`this pattern needs the linear engine, which was not loaded`);
const compiled=source=>{
try{
return engine.compile(source)}catch(error){
const why=error instanceof Error?error.message.replace(/^error parsing regexp: /,``):String(error);
throw new RangeError(`cannot be matched in linear time (${why}): write it with fewer or simpler parts`)}};
const main=compiled(syntax.re2);
const ahead=syntax.ahead.map(({negated,re2})=>({negated,engine:compiled(re2)}));
const size=[main,...ahead.map(each=>each.engine)].reduce((sum,each)=>sum+each.programSize(),0);
return text=>{
if(size*text.length>MAX_LINEAR_STEPS)throw record_limit.f.work(`a text that is too long for its pattern`,at);
const matcher=main.matcher(text);
return{at:(from,withGroups)=>{
if(ahead.length>0&&from>0)return null;
return meter.timed(at,()=>{
for(const{negated,engine:search}of ahead)if(search.test(text)===negated)return null;
if(!withGroups)return main.test(text)?{start:0,end:0,group:()=>[-1,-1]}:null;
if(!matcher.find(from))return null;
const places=[];
for(let index=0;index<=syntax.groups;index+=1)places.push([matcher.start(index),matcher.end(index)]);
const[start,end]=places[0]??[0,0];
return{start,end,group:index=>places[index]??[-1,-1]}})}}}}
;
function patternIn(pattern,{libraries,meter,problems}){
try{
return compilePattern(pattern,libraries.re2,meter)}catch(error){
if(!(error instanceof RangeError))throw error;
problems.push(`${pattern.at}: the pattern ${error.message}.`);
return{test:()=>false,replacing:()=>text=>text}}}}),73573:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{q:()=>NOT_PHP_LIST,v:()=>phpList});
var node_buffer__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4573);
var _text_exact_json_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(77283);
const NOT_PHP_LIST=Symbol(`not a list of PHP`);
const MAX_DEPTH=32;
const CLOSE=125;
const QUOTE=34;
const SEMICOLON=59;
function phpList(text){
const reader=new PhpReader(Buffer.from(text.trim()));
const list=reader.list(MAX_DEPTH);
return list===null||!reader.isAtEnd?NOT_PHP_LIST:list}
class PhpReader{
#bytes;
#at=0;
constructor(bytes){
this.#bytes=bytes}
get isAtEnd(){
return this.#at===this.#bytes.length}
list(levels){
const length=this.#length(`a:`,`:{`);
if(length===null||levels===0)return null;
const values=[];
const keys=new Set;
while(values.length<length){
const key=this.#wholeNumber();
if(key===null||keys.has(key))return null;
keys.add(key);
const value=this.#value(levels);
if(value===null)return null;
values.push(value)}
return this.#take(CLOSE)?values:null}
#value(levels){
switch(this.#bytes[this.#at]){case 97:return this.list(levels-1);case 105:{
const digits=this.#wholeNumber();
return digits===null?null:(0,_text_exact_json_js__WEBPACK_IMPORTED_MODULE_1__.r)(digits)}case 115:return this.#text();default:return null}}
#text(){
const length=this.#length(`s:`,`:"`);
if(length===null||length>this.#bytes.length-this.#at)return null;
const text=this.#bytes.subarray(this.#at,this.#at+length);
this.#at+=length;
if(!this.#take(QUOTE)||!this.#take(SEMICOLON))return null;
return(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(text)?text.toString(`utf8`):null}
#wholeNumber(){
const digits=this.#until(`i:`,`;`);
return digits!==null&&/^(?:0|-?[1-9]\d{0,18})$/.test(digits)?digits:null}
#length(begin,end){
const digits=this.#until(begin,end);
return digits!==null&&/^(?:0|[1-9]\d{0,8})$/.test(digits)?Number(digits):null}
#until(begin,end){
const from=this.#at+begin.length;
if(this.#bytes.toString(`latin1`,this.#at,from)!==begin)return null;
let to=from;
while(to-from<20&&isDigit(this.#bytes[to]))to+=1;
this.#at=to+end.length;
return this.#bytes.toString(`latin1`,to,this.#at)===end?this.#bytes.toString(`latin1`,from,to):null}
#take(byte){
if(this.#bytes[this.#at]!==byte)return false;
this.#at+=1;
return true}}
function isDigit(byte){
return byte!==undefined&&(byte>=48&&byte<=57||byte===45)}}),57298:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_:()=>RecordFindings});
class RecordFindings{
#found=[];
add(problem){
if(!this.#found.includes(problem))this.#found.push(problem)}
take(){
if(this.#found.length===0)return NONE;
const found=this.#found;
this.#found=[];
return found}}
const NONE=[]}),36761:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>RecordLimit,l:()=>MAX_TEXT});
const MAX_TEXT=1024*1024;
class RecordLimit extends Error{
problem;
constructor(code,message,hint){
super(message);
this.name=`RecordLimit`;
this.problem={code,field:null,message,hint}}
static text(what,at,limit=MAX_TEXT){
return new RecordLimit(`value.too_long`,`${what.replace(/^\w/,letter=>letter.toUpperCase())} (${at}) has more than ${limit} characters.`,'Correct the rule or the record, or leave such values out: `when: { from: …, matches: "^.{0,1000}$" }`.')}
static work(what,at){
return new RecordLimit(`pattern.limit`,`The rule at ${at} has ${what}.`,'Write the pattern with fewer repetitions, or leave such values out: `when: { from: …, matches: "^.{0,1000}$" }`.')}}}),39249:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{tR:()=>NO_REGION,hd:()=>REGION_FIELDS,yr:()=>oncePerRecord,ib:()=>regionOfColumn,tM:()=>regionOfFields,Sv:()=>regionReader});
var bounded_cache=__webpack_require__(33618);
var normalize_name=__webpack_require__(36754);
;
function countryReader(){
const codes=new Map;
const pairs=ALPHA_2_AND_3.join(` `).split(` `);
for(const language of LANGUAGES){
const names=new Intl.DisplayNames([language],{type:`region`,fallback:`none`});
for(const pair of pairs){
const code=pair.slice(0,2);
const name=names.of(code);
if(name!==undefined)codes.set((0,normalize_name.P)(name),code)}}
for(const[code,names]of Object.entries(OTHER_NAMES)){
for(const name of names)codes.set((0,normalize_name.P)(name),code)}
for(const pair of pairs){
codes.set(pair.slice(0,2).toLowerCase(),pair.slice(0,2));
codes.set(pair.slice(2).toLowerCase(),pair.slice(0,2))}
return text=>codes.get((0,normalize_name.P)(text))??null}
const LANGUAGES=[`de`,`en`,`fr`,`it`,`es`,`nl`,`pl`];
const OTHER_NAMES={AT:[`A`],BE:[`B`],CH:[`Schweizerische Eidgenossenschaft`],CZ:[`Tschechische Republik`,`Czech Republic`],DE:[`D`,`BRD`,`Bundesrepublik Deutschland`,`Federal Republic of Germany`],ES:[`E`],FI:[`SF`],FR:[`F`],GB:[`UK`,`England`,`Großbritannien`,`Great Britain`,`Scotland`,`Schottland`,`Wales`,`Northern Ireland`],HU:[`H`],IT:[`I`],LI:[`FL`],LU:[`L`],NL:[`Holland`,`The Netherlands`],NO:[`N`],PT:[`P`],SE:[`S`],SI:[`SLO`],TR:[`Turkey`],US:[`USA`,`Vereinigte Staaten von Amerika`,`United States of America`],XK:[`XK`,`XKX`,`Kosovo`]};
const ALPHA_2_AND_3=[`ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD`,`BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN`,`CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU`,`DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB`,`GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG`,`HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN`,`KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU`,`LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR`,`MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL`,`OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB`,`RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP`,`SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN`,`TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF`,`ZMZMB ZWZWE`];
var source_reader=__webpack_require__(1088);
var source_value=__webpack_require__(52003);
;
const NO_REGION=()=>null;
function regionReader(phones){
let read=null;
const known=(0,bounded_cache.B)(text=>{
read??=countryReader();
const country=read(text);
return country!==null&&phones?.isSupportedCountry(country)===true?country:null});
return value=>{
const text=(0,source_value.b6)(value);
return typeof text===`string`&&text!==``&&phones!==null?known(text):null}}
const REGION_FIELDS=[`address.country`,`locale`];
function oncePerRecord(make){
if(make===source_reader.sj)return make;
let last=null;
return body=>{
if(last?.body!==body)last={body,value:make(body)};
return last.value}}
function regionOfFields(fields,readRegion,otherwise){
const made=(name,body)=>fields.find(({rule})=>rule.field===name)?.make(body);
return body=>{
const country=readRegion(made(`address.country`,body));
if(country!==null)return{region:country,isCertain:true};
const locale=(0,source_value.b6)(made(`locale`,body));
const named=typeof locale===`string`?readRegion(LOCALE_REGION.exec(locale)?.[1]):null;
return named===null?otherwise(body):{region:named,isCertain:false}}}
const LOCALE_REGION=/^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})$/i;
function regionOfColumn(read,readRegion,phones,otherwise){
return body=>{
const value=read(body);
const code=CALLING_CODE.exec(String((0,source_value.b6)(value)??``))?.[1];
const region=code!==undefined&&isCallingCode(code,phones)?`+${code}`:readRegion(value);
return region===null?otherwise(body):{region,isCertain:true}}}
const CALLING_CODE=/^\s*\(?\s*(?:\+|00)\s*(\d{1,3})\s*\)?\s*$/;
function isCallingCode(code,phones){
return phones.getCountries().some(country=>phones.getCountryCallingCode(country)===code)}}),11194:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{S:()=>setPath});
function setPath(path){
const[first=``,second,third]=path;
if(second===undefined){
return(target,value)=>{
target[first]=value}}
if(third===undefined){
return(target,value)=>{
inner(target,first)[second]=value}}
return(target,value)=>{
inner(inner(target,first),second)[third]=value}}
function inner(target,key){
const found=target[key];
if(typeof found===`object`&&found!==null)return found;
const made={};
target[key]=made;
return made}}),61071:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{LF:()=>pathText,Rr:()=>parsePath,fK:()=>valueAt,nw:()=>OTHER_SHAPE});
var _text_is_object_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(60675);
var _compared_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(59295);
var _source_value_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(52003);
const EACH={each:true};
const SEGMENT=/^(?:\[(\d{1,9})\]|(\[\])|\[([^\]=["']+)=([^\]"']+)\]|\["([^"]+)"\]|\['([^']+)'\]|\.?"([^"]+)"|\.?([^.[\]"']+))/;
function parsePath(text){
const path=[];
let rest=text;
while(rest!==``){
const found=SEGMENT.exec(rest);
if(found===null)return null;
const[whole,index,each,key,is,inBrackets,inSingle,quoted,plain]=found;
const dotted=rest.startsWith(`.`);
const bracketed=rest.startsWith(`[`);
if(path.length===0?dotted:!dotted&&!bracketed)return null;
if(index!==undefined)path.push(Number(index));else if(each!==undefined)path.push(EACH);else if(key!==undefined)path.push({key:key.trim(),is:(is??``).trim()});else path.push(inBrackets??inSingle??quoted??plain??``);
rest=rest.slice(whole.length)}
return path.length===0?null:path}
const OTHER_SHAPE=Symbol(`another shape`);
const UNREAD_ELEMENT=Symbol(`unread element`);
function valueAt(object,path,trail=null,from=0,isElement=false){
let value=object;
let afterElement=isElement;
for(let at=from;at<path.length;at+=1){
if(value===undefined||value===null)return undefined;
const step=path[at];
const node=trail?.[at]??null;
if(typeof step===`string`){
if(step===`#text`&&typeof value===`string`)continue;
if(typeof value!==`object`||Array.isArray(value))return otherShape(value,node);
if(!Object.hasOwn(value,step))return withoutKey(value,node,afterElement,at===0&&!isElement);
value=value[step];
afterElement=false}else{
if(step===EACH)return every(value,path,trail,at+1);
value=typeof step===`number`?elementAt(value,step):elementWith(value,step,node);
if(typeof value===`symbol`)return value;
afterElement=true}}
const end=trail?.[path.length]??null;
return afterElement&&end!==null&&end.keys.size>0&&(0,_text_is_object_js__WEBPACK_IMPORTED_MODULE_2__.G)(value)?withoutKey(value,end,true):value}
function elementAt(value,index){
if(typeof value===`object`&&value!==null&&Object.hasOwn(value,index))return value[index];
return index===0&&!Array.isArray(value)?value:undefined}
function elementWith(value,filter,node){
const list=Array.isArray(value)?value:[value];
const found=list.find(element=>matchesFilter(element,filter));
if(found!==undefined)return found;
const inner=node?.element??null;
let other;
for(const element of list){
if((0,_source_value_js__WEBPACK_IMPORTED_MODULE_1__.Im)(element))continue;
if(typeof element!==`object`){
if(inner?.isRead!==true)other=OTHER_SHAPE}else if(isUnreadElement(element,filter,inner))return UNREAD_ELEMENT}
return other}
function isUnreadElement(element,{key},node){
if(Array.isArray(element))return true;
if(Object.hasOwn(element,key)){
const chosenBy=element[key];
return typeof chosenBy===`object`&&chosenBy!==null}
if(node===null||hasKeyOf(element,node))return false;
for(const other of node.filterKeys)if(Object.hasOwn(element,other))return false;
return withoutKey(element,node,true)!==undefined}
function otherShape(value,node){
if((0,_source_value_js__WEBPACK_IMPORTED_MODULE_1__.Im)(value))return undefined;
return Array.isArray(value)&&(node?.element??null)!==null?undefined:OTHER_SHAPE}
const LABELS=new Set([`type`,`primary`,`display`,`label`,`kind`,`$ref`]);
function withoutKey(value,node,isElement,isRecord=false){
if(node===null||isRecord||hasKeyOf(value,node))return undefined;
for(const[key,inner]of Object.entries(value)){
const wrapped=Array.isArray(inner)?inner[0]:inner;
if((0,_text_is_object_js__WEBPACK_IMPORTED_MODULE_2__.G)(wrapped)&&hasKeyOf(wrapped,node))return OTHER_SHAPE;
const isScalar=(typeof inner===`string`||typeof inner===`number`)&&!(0,_source_value_js__WEBPACK_IMPORTED_MODULE_1__.Im)(inner);
if(isElement&&isScalar&&!LABELS.has(key)&&!node.filterKeys.has(key))return OTHER_SHAPE}
return undefined}
function hasKeyOf(value,node){
for(const key of node.keys.keys())if(Object.hasOwn(value,key))return true;
return false}
function pathText(path){
return path.map((step,index)=>{
if(typeof step===`number`)return`[${step}]`;
if(typeof step===`string`)return`${index>0?`.`:``}${step}`;
return`key`in step?`[${step.key}=${step.is}]`:`[]`}).join(``)}
function every(value,path,trail,from){
const found=[];
for(const element of Array.isArray(value)?value:[value]){
const inner=valueAt(element,path,trail,from,true);
if(typeof inner===`symbol`)return inner;
if(Array.isArray(inner))for(const one of inner)found.push(one);else if(inner!==undefined&&inner!==null)found.push(inner)}
return found.length===0?undefined:found}
function matchesFilter(element,{key,is}){
if(typeof element!==`object`||element===null||!Object.hasOwn(element,key))return false;
const text=(0,_source_value_js__WEBPACK_IMPORTED_MODULE_1__.b6)(element[key]);
return text===is||typeof text===`string`&&(0,_compared_text_js__WEBPACK_IMPORTED_MODULE_0__.l)(text)===is}}),1088:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{sj:()=>ABSENT,a8:()=>columnReader,XM:()=>pathOf,nT:()=>pathReader});
var credential_object=__webpack_require__(96623);
var nearest=__webpack_require__(4581);
var normalize_name=__webpack_require__(36754);
var unread_column=__webpack_require__(59420);
var unread_keys=__webpack_require__(91350);
var unread_text=__webpack_require__(21137);
var value_words=__webpack_require__(99469);
;
class UnreadCells{
#columns;
#read;
#rows=0;
constructor(columns,isRead,read){
this.#read=read;
this.#columns=columns.map((name,index)=>({index,name,words:new value_words.r,isOpen:true,filled:0,texts:null})).filter(({index,name})=>name!==``&&!isRead(index))}
add(cells){
this.#rows+=1;
for(const column of this.#columns){
const raw=cells[column.index];
if(raw===undefined||raw===``)continue;
const cell=this.#read(raw);
if(cell===``)continue;
const object=cell===null?null:(0,unread_text.k)(cell);
if(object!==null){
column.texts??=new unread_keys.A(`${column.name}.`,[],[],this.#read);
column.texts.add(object);
continue}
column.filled+=1;
if(!column.isOpen||cell===null)continue;
column.words.add(cell);
column.isOpen=column.words.isOpen}}
list(){
const rows=this.#rows;
return this.#columns.flatMap(({index,name,words,filled,texts})=>{
const isData=(0,unread_column.M)(name);
const shown=isData?`column ${index+1}`:name;
const sign=isData?null:(0,unread_column.J)({name,path:name},words,{filled,rows});
const column={name:shown,ref:isData?null:name,json:null,filled,rows,sign};
if(texts===null||isData)return[column];
const inside=(0,unread_text.i)(texts.list(),name,name,rows);
return filled>0?[column,...inside]:inside})}}
var cell_reading=__webpack_require__(219);
var mark_reader=__webpack_require__(35471);
var missing_source=__webpack_require__(85416);
var path_tree=__webpack_require__(95098);
var record_findings=__webpack_require__(57298);
var json_object=__webpack_require__(29535);
var source_path=__webpack_require__(61071);
;
const SAMPLED_RECORDS=20;
const SAMPLED_KEYS=200;
class Sighting{
path;
seen=false;
missed=0;
near=new Set;
constructor(path){
this.path=path}
look(isFound,object){
if(isFound)this.seen=true;else if(this.missed<SAMPLED_RECORDS)sample(object,this.path,this.near);
this.missed+=1}}
class Sightings{
#inChunk=new Map;
#inExport=new Map;
of(ref,path){
const sighting=this.#inChunk.get(ref.text)??new Sighting(path);
this.#inChunk.set(ref.text,sighting);
if(!this.#inExport.has(ref.text))this.#inExport.set(ref.text,{ref,seen:false,isMissed:false,near:new Set});
return sighting}
takeSightings=()=>{
const taken=[];
for(const[path,sighting]of this.#inChunk){
const{seen,missed,near}=sighting;
if(seen||missed>0)taken.push({path,seen,near:seen?[]:[...near]});
Object.assign(sighting,{seen:false,missed:0,near:new Set})}
return taken};
addSightings=sightings=>{
for(const{path,seen,near}of sightings){
const known=this.#inExport.get(path);
if(known===undefined||known.seen)continue;
known.isMissed=true;
known.seen=seen;
for(const key of near)if(known.near.size<SAMPLED_KEYS)known.near.add(key)}};
unseen=()=>{
this.addSightings(this.takeSightings());
return[...this.#inExport.values()].filter(({seen,isMissed})=>!seen&&isMissed).map(({ref,near})=>({path:ref.text,at:ref.at,nearest:(0,nearest.p)(ref.text,near)}))}}
function sample(object,path,near){
let length=path.length-1;
while(length>0&&!(0,json_object.Qd)((0,source_path.fK)(object,path.slice(0,length))))length-=1;
const around=length===0?object:(0,source_path.fK)(object,path.slice(0,length));
if(!(0,json_object.Qd)(around))return;
for(const key of Object.keys(around)){
if(near.size>=SAMPLED_KEYS)return;
if(/^@?[A-Za-z_][\w:-]{0,63}$/.test(key))near.add((0,source_path.LF)([...path.slice(0,length),key]))}}
var value_cleaner=__webpack_require__(28058);
;
const ABSENT=()=>undefined;
const EXPRESSION={at:`in an expression`,presence:`optional`};
function columnReader(header,cells,findings=new record_findings._){
const problems=[];
const cleaner=new value_cleaner.g(cells,findings);
const unquoted=(0,cell_reading.a)(cells);
const columns=header.map(name=>unquoted(name)??``);
const cleanColumn=columns.map(name=>cleaner.cleaning({...EXPRESSION,text:name}));
const byLooseName=new Map;
for(const[index,name]of columns.entries()){
const loose=(0,normalize_name.P)(name);
byLooseName.set(loose,[...byLooseName.get(loose)??[],index])}
const read=new Set;
const find=({text,at,presence})=>{
const exact=columns.indexOf(text);
if(exact>=0||presence!==`loose`)return exact;
const[index=-1,...others]=byLooseName.get((0,normalize_name.P)(text))??[];
if(others.length===0)return index;
const named=[index,...others].map(place=>`"${columns[place]}"`).join(` and `);
problems.push(`${at}: the columns ${named} could both be "${text}". Name the right one in your mapping.`);
return index};
for(const name of cells.keep){
if(!byLooseName.has((0,normalize_name.P)(name))&&!name.includes(`.`))problems.push(`source.nulls.keep: the export has no column "${name}".${(0,nearest.a)(name,columns)}`)}
return{problems,cleaner,sightings:new Sightings,peek:ref=>{
const index=find(ref);
return index<0?ABSENT:body=>body.kind===`cells`?unquoted(body.cells[index]):undefined},unread:named=>{
const names=new Set(named.map(([name])=>name));
const watch=new UnreadCells(columns,index=>read.has(index)||names.has(columns[index]??``),(0,mark_reader.D)(cells));
return{add:body=>body.kind===`cells`&&watch.add(body.cells),list:()=>watch.list()}},toObject:body=>body.kind===`cells`?Object.fromEntries(columns.map((name,index)=>[name,cleanColumn[index]?.(unquoted(body.cells[index]))])):undefined,reading(ref,use){
const index=find(ref);
if(index<0){
if(ref.presence===`required`||ref.presence===`column`)problems.push((0,missing_source.JA)(ref,ref.presence,columns));
return ABSENT}
read.add(index);
const clean=cleaner.cleaning({...ref,text:columns[index]??ref.text},use);
return body=>body.kind===`cells`?clean(unquoted(body.cells[index])):undefined}}}
const RECORD=`$`;
function pathReader(cells=cell_reading.P,findings=new record_findings._){
const problems=[];
const cleaner=new value_cleaner.g(cells,findings);
const cleanRecord=cleaner.deepCleaning({...EXPRESSION,text:RECORD});
const tree=new path_tree.W;
const paths=[];
const sightings=new Sightings;
return{problems,sightings,cleaner,toObject:body=>body.kind===`object`?cleanRecord(body.object):undefined,peek:({text})=>{
const path=(0,source_path.Rr)(text);
return path===null?ABSENT:body=>body.kind===`object`?(0,source_path.fK)(body.object,path):undefined},unread:named=>{
const watch=new unread_keys.A(``,paths,named,(0,mark_reader.D)(cells));
return{add:body=>body.kind===`object`&&watch.add(body.object),list:()=>watch.list()}},reading(ref,use){
if(ref.text===RECORD){
paths.push(...credential_object.T.map(key=>[key]));
return body=>body.kind===`object`?body.object:undefined}
const path=pathOf(ref,problems);
if(path===null)return ABSENT;
paths.push(path);
const trail=tree.add(path);
const clean=cleaner.cleaning(ref,use);
if(ref.presence!==`required`)return body=>body.kind===`object`?clean((0,source_path.fK)(body.object,path,trail)):undefined;
const sighting=sightings.of(ref,path);
return body=>{
if(body.kind!==`object`)return undefined;
const value=clean((0,source_path.fK)(body.object,path,trail));
if(!sighting.seen)sighting.look(value!==undefined,body.object);
return value}}}}
function pathOf({text,at},problems){
const path=(0,source_path.Rr)(text);
if(path===null)problems.push(`${at}: "${text}" is not a path: write profile.emails[0].value, a key with dots in quotes.`);
return path}}),52003:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Im:()=>isEmpty,aN:()=>isHollow,b6:()=>textOf,gZ:()=>TOO_DEEP,kz:()=>parseCell,u0:()=>isExact});
var _source_nesting_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(28167);
var _text_exact_json_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77283);
function isEmpty(value){
if(typeof value===`string`)return value===``||value.trim()===``;
return value===undefined||value===null||Array.isArray(value)&&value.length===0}
function isHollow(value){
if(typeof value!==`object`||value===null)return false;
const values=Object.values(value);
return values.length>0&&values.every(inner=>isEmpty(inner)||isHollow(inner))}
function textOf(value){
switch(typeof value){case`string`:return value;case`number`:return isExact(value)?String(value):null;case`boolean`:return String(value);default:return undefined}}
function isExact(value){
if(typeof value===`number`)return Number.isFinite(value)&&(!Number.isInteger(value)||Number.isSafeInteger(value));
if(typeof value!==`object`||value===null)return true;
return(Array.isArray(value)?value:Object.values(value)).every(isExact)}
const NOT_JSON=Symbol(`not JSON`);
const TOO_DEEP=Symbol(`nested too deeply`);
function parseCell(text){
try{
const value=(0,_text_exact_json_js__WEBPACK_IMPORTED_MODULE_0__.l)(text);
return(0,_source_nesting_js__WEBPACK_IMPORTED_MODULE_1__.f_)(value)?TOO_DEEP:value}catch{
return NOT_JSON}}}),83277:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Di:()=>sparseStatus,Jy:()=>missingStatus,Q6:()=>missingColumns,SR:()=>statusWayOut,iP:()=>watchStatus});
var _text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36754);
var _field_rule_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(68337);
var _file_mapping_refs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(15602);
var _unread_account_state_name_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(64839);
var _compile_field_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(66713);
var _source_reader_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(1088);
const EVERYBODY="`fields: { userStatus: { value: VERIFIED } }`";
function statusWayOut({statusSources:[first]}){
return`${first?.how??`Fill it in the source`}, or decide it for all users: ${EVERYBODY}`}
function missingStatus({at,any,how}){
const names=any.map(({text})=>`"${text}"`).join(` or `);
return`${at}: status.unread: the export does not say who is blocked: it has no ${names}. ${how}, or decide it for all users: ${EVERYBODY}.`}
function sparseStatus({at,text}){
return`${at}: status.unread: some records have "${text}", others do not, so nothing says whether their users may log in. Export "${text}" for every user, or write the rule in your mapping with what a missing one means: \`fields: { userStatus: [{ from: ${text}, case: lower, table: { '1': null, true: null }, else: DECLINED, default: DECLINED }, { value: VERIFIED }] }\`.`}
function missingColumns({statusSources},reader){
return statusSources.filter(({any,where})=>isIn(where,reader)&&!any.some(ref=>reader.peek(ref)!==_source_reader_js__WEBPACK_IMPORTED_MODULE_4__.sj))}
function isIn(where,reader){
return where.length===0||where.some(ref=>reader.peek(ref)!==_source_reader_js__WEBPACK_IMPORTED_MODULE_4__.sj)}
function watchStatus(mapping,reader,{isCsv,named}){
const rule=mapping.fields.find(({field})=>field===`userStatus`);
const rules=rule===undefined?[]:(0,_field_rule_js__WEBPACK_IMPORTED_MODULE_5__.V)(rule);
const watch=reader.unread(named);
const seen=new SeenRefs(reader,isCsv);
const refs=rule===undefined?[]:(0,_file_mapping_refs_js__WEBPACK_IMPORTED_MODULE_1__.j)(rule);
const sources=mapping.statusSources.filter(({only})=>isCsv||only===null);
seen.watch([...refs,...sources.flatMap(({any,where})=>[...any,...where])]);
const sparse=isCsv?[]:rules.slice(0,-1).filter(_compile_field_js__WEBPACK_IMPORTED_MODULE_3__.At).flatMap(_file_mapping_refs_js__WEBPACK_IMPORTED_MODULE_1__.j).map(ref=>new KeyPresence(ref,reader));
let isEmpty=true;
return{add:body=>{
isEmpty=false;
watch.add(body);
seen.add(body);
for(const key of sparse)key.add(body)},result:()=>{
const read=[...new Set(refs.map(({text})=>text).filter(text=>seen.has(text)))];
const unfound=refs.map(({text})=>text).filter(text=>!seen.has(text));
const readsState=read.length>0||rules.some(({source})=>source.kind===`expr`);
const[first]=rules;
return{unread:watch.list().map(column=>isOneOf(unfound,column)?{...column,sign:{kind:`status`,by:`name`}}:column).map(column=>isDecided(column,mapping.ignore,readsState)?{...column,sign:null}:column),isConstant:first?.source.kind===`value`&&first.when===null,read,sparse:sparse.filter(({isSparse})=>isSparse).map(({ref})=>ref),missing:sources.filter(({any,where})=>!isEmpty&&!any.some(({text})=>seen.has(text))&&(where.length===0||where.some(({text})=>seen.has(text))))}}}}
function isOneOf(unfound,{name,sign}){
return(sign===null||sign.kind===`flag`)&&unfound.some(text=>(0,_unread_account_state_name_js__WEBPACK_IMPORTED_MODULE_2__.CZ)(lastKey(text),lastKey(name),name))}
function lastKey(path){
return path.split(`.`).at(-1)??path}
function isDecided({name,filled,sign},ignore,readsState){
if(filled===0||sign?.kind===`flag`&&readsState)return true;
const plain=(0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(name);
return ignore.some(each=>(0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(each)===plain||name.startsWith(`${each}.`)||name.startsWith(`${each}[`))}
class KeyPresence{
ref;
#read;
#isFound=false;
#isMissed=false;
constructor(ref,reader){
this.ref=ref;
this.#read=reader.peek(ref)}
get isSparse(){
return this.#isFound&&this.#isMissed}
add(body){
if(this.isSparse)return;
if(this.#read(body)===undefined)this.#isMissed=true;else this.#isFound=true}}
class SeenRefs{
#reader;
#isCsv;
#seen=new Set;
#open=[];
constructor(reader,isCsv){
this.#reader=reader;
this.#isCsv=isCsv}
watch(refs){
for(const ref of refs){
const read=this.#reader.peek(ref);
if(read===_source_reader_js__WEBPACK_IMPORTED_MODULE_4__.sj)continue;
if(this.#isCsv)this.#seen.add(ref.text);else this.#open.push({text:ref.text,read})}}
add(body){
if(this.#open.length===0)return;
const found=this.#open.filter(({read})=>read(body)!==undefined);
if(found.length===0)return;
for(const{text}of found)this.#seen.add(text);
this.#open=this.#open.filter(({text})=>!this.#seen.has(text))}
has(text){
return this.#seen.has(text)}}}),28058:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>UNKNOWN_VALUE,g:()=>ValueCleaner});
var _source_record_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(55896);
var _text_invisible_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(35880);
var _text_normalize_name_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(36754);
var _null_marks_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(93548);
var _source_path_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(61071);
const UNKNOWN_VALUE=Symbol(`unknown value`);
class ValueCleaner{
#reading;
#findings;
#about=new Map;
constructor(reading,findings){
this.#reading=reading;
this.#findings=findings}
cleaning(ref,use=`value`){
const text=this.#textCleaning(ref,use);
return value=>{
if(typeof value===`string`)return text===null?value:text(value);
if(typeof value!==`object`||value===null)return value;
if((0,_source_record_js__WEBPACK_IMPORTED_MODULE_0__.K)(value))return _source_path_js__WEBPACK_IMPORTED_MODULE_4__.nw;
return Array.isArray(value)?this.#list(value,text):value}}
deepCleaning(ref){
const clean=this.cleaning(ref);
const deep=value=>{
if(typeof value!==`object`||value===null||(0,_source_record_js__WEBPACK_IMPORTED_MODULE_0__.K)(value))return clean(value);
if(Array.isArray(value))return clean(value.map(deep));
return Object.fromEntries(Object.entries(value).map(([key,inner])=>[key,deep(inner)]))};
return deep}
#list(list,text){
let cleaned=list;
for(let index=0;index<list.length;index+=1){
const item=list[index];
if((0,_source_record_js__WEBPACK_IMPORTED_MODULE_0__.K)(item))return _source_path_js__WEBPACK_IMPORTED_MODULE_4__.nw;
const made=typeof item===`string`&&text!==null?text(item):item;
if(made===item)continue;
if(cleaned===list)cleaned=[...list];
cleaned[index]=made}
return cleaned}
#textCleaning(ref,use){
const{nullMarks,emptyWords,keep}=this.#reading;
if(keep.some(name=>(0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_2__.P)(name)===(0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_2__.P)(ref.text)))return null;
const marks=nullMarks?this.#markCleaning(ref,use):null;
if(emptyWords.length===0)return marks;
const words=new Set(emptyWords);
const isUnknown=word=>use===`deciding`&&(0,_null_marks_js__WEBPACK_IMPORTED_MODULE_3__.t2)(word)===`unknown`;
return value=>{
const word=value.trim();
return words.has(word)&&!(marks!==null&&isUnknown(word))?``:marks?.(value)??value}}
#markCleaning(ref,use){
const findings=this.#findings;
const found=this.#about.get(ref.text)??findingsAbout(ref.text);
this.#about.set(ref.text,found);
const isExpected=word=>ref.words?.has(word.toLowerCase())??false;
return value=>{
if((0,_null_marks_js__WEBPACK_IMPORTED_MODULE_3__.KA)(value))return value;
let text=value;
const bare=(0,_null_marks_js__WEBPACK_IMPORTED_MODULE_3__.DJ)(text);
if(bare!==null){
if(bare===``&&use===`deciding`)return UNKNOWN_VALUE;
findings.add(found.controls);
text=bare}
const trimmed=(0,_text_invisible_js__WEBPACK_IMPORTED_MODULE_1__.OT)(text).trim();
const inner=(0,_null_marks_js__WEBPACK_IMPORTED_MODULE_3__.UU)(trimmed);
if(inner!==null){
findings.add(found.formula);
text=inner}
const mark=(0,_null_marks_js__WEBPACK_IMPORTED_MODULE_3__.t2)(inner??trimmed);
if(mark===null||isExpected(inner??trimmed))return text;
if(mark===`unknown`&&use===`deciding`)return UNKNOWN_VALUE;
findings.add(found.nothing);
return``}}}
function findingsAbout(place){
return{nothing:{code:`value.null_mark`,field:null,message:`"${place}" has a word for no value, such as NULL or #NV, and counts as empty.`,hint:`Keep such words as text with \`source: { nulls: { keep: ['${place}'] } }\`, or everywhere with \`nulls: false\`.`},formula:{code:`value.formula`,field:null,message:`"${place}" is written as a formula (="…"); the text inside is taken.`,hint:"Keep formulas as they are with `source: { nulls: false }`."},controls:{code:`value.control_characters`,field:null,message:`"${place}" begins or ends with control characters, which are removed.`,hint:"Export again without them; keep them with `source: { nulls: false }`."}}}}),35259:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{h:()=>WarnedValue});
class WarnedValue{
value;
warning;
constructor(value,warning){
this.value=value;
this.warning=warning}}}),83451:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>WorkMeter});
var _record_limit_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36761);
const MAX_STEPS=5e8;
const MAX_MS=1e3;
const MAX_USER=16*1024*1024;
class WorkMeter{
#overruns;
#steps=0;
#ms=0;
#size=0;
constructor(overruns){
this.#overruns=overruns}
reset(){
this.#steps=0;
this.#ms=0;
this.#size=0}
add(steps,at){
this.#steps+=steps;
if(this.#steps>MAX_STEPS)this.#stop(at)}
grow(value,at){
this.#size+=typeof value===`string`?value.length:sizeOf(value,MAX_USER);
if(this.#size>MAX_USER)throw _record_limit_js__WEBPACK_IMPORTED_MODULE_0__.f.text(`the user`,at,MAX_USER)}
timed(at,work){
if(this.#ms>MAX_MS)this.#stop(at);
const{now}=this.#overruns;
const begin=now();
try{
return work()}finally{
this.#ms+=now()-begin}}
#stop(at){
this.#overruns.add(at);
throw _record_limit_js__WEBPACK_IMPORTED_MODULE_0__.f.work(`a pattern that takes too long for this record`,at)}}
function sizeOf(value,limit){
if(typeof value===`string`)return value.length;
if(typeof value!==`object`||value===null)return 8;
let size=2;
if(Array.isArray(value)){
for(const item of value){
size+=1+sizeOf(item,limit-size);
if(size>limit)break}
return size}
for(const key in value){
size+=key.length+4+sizeOf(value[key],limit-size);
if(size>limit)break}
return size}}),68337:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>alternatives});
function alternatives(rule){
return rule.otherwise===null?[rule]:[rule,...alternatives(rule.otherwise)]}}),15602:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>mappingRefs,j:()=>ruleRefs});
var _field_rule_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(68337);
var _password_rule_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(29116);
function mappingRefs(mapping){
const{fields,identities,groups,consents,joins,skip,emailVerified,mfaSetUp,password}=mapping;
const entries=[...identities,...groups,...consents];
const rules=[...fields,...entries.flatMap(entry=>entry.rules),...joins.map(({equals})=>equals),...(0,_password_rule_js__WEBPACK_IMPORTED_MODULE_0__.Fv)(password)];
const{passwordless=null}=password??{};
const given=[...skip.map(({when})=>when),emailVerified,mfaSetUp,passwordless];
const conditions=given.filter(one=>one!==null);
return new Set([...entries.flatMap(({each})=>each===null?[]:[each.text]),...[...rules.flatMap(ruleRefs),...conditions.flatMap(conditionRefs)].map(({text})=>text)])}
function ruleRefs(rule){
return(0,_field_rule_js__WEBPACK_IMPORTED_MODULE_1__.V)(rule).flatMap(({source,when,change})=>[...`refs`in source?source.refs:[],...when===null?[]:conditionRefs(when),...change?.kind===`phone`&&change.country!==null?[change.country]:[]])}
function conditionRefs(condition){
if(`conditions`in condition)return condition.conditions.flatMap(conditionRefs);
return[condition.ref,...condition.kind===`includes`?condition.values:[]]}}),29116:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{pD:()=>completePassword,yd:()=>mergePassword,ck:()=>passwordParts,Fv:()=>passwordRules,oR:()=>secretProblem});
var algorithm_table=__webpack_require__(96749);
;
const VERIFIER=/^CUSTOM[\w-]*$/;
function carryOptionProblems(verifier,ids){
const problems=[];
if(verifier!==null&&!VERIFIER.test(verifier))problems.push({path:[`verifier`],message:`must be an id that begins with CUSTOM: cidaas calls verifiers for these`});
for(const[name,id]of Object.entries(ids)){
const addProblem=message=>problems.push({path:[`ids`,name],message});
if(!(0,algorithm_table.V)(name))addProblem(`is not an algorithm; the algorithms are ${Object.keys(algorithm_table.T).join(`, `)}`);else if(id.startsWith(`CUSTOM`)?!VERIFIER.test(id):!/^[A-Za-z][\w-]*$/.test(id))addProblem(`is not an id`);else if(algorithm_table.T[name].support===`verifier`&&!VERIFIER.test(id))addProblem(`must be an id that begins with CUSTOM: cidaas does not check this algorithm itself`)}
return problems}
var hash_parts=__webpack_require__(90794);
var rule_reader=__webpack_require__(86602);
;
const ANYTHING={name:`password`,path:[],type:`custom`,level:`account`,clearable:false};
const TEXT={...ANYTHING,type:`text`};
function passwordParts(raw,context){
const{algorithm,salt,iterations,verifier,ids,optional,firebase,passwordless,unproven,...rest}=raw;
const{saltEncoding,saltPosition,secret,secretPosition,passwordEncoding,...source}=rest;
for(const{path,message}of carryOptionProblems(verifier??null,ids??{}))context.addProblem(path,message);
const part=(key,field,given)=>given===undefined?undefined:(0,rule_reader.dH)({...field,name:`password.${key}`},given,(0,rule_reader.ux)(context,key));
return defined({value:Object.keys(source).length===0?undefined:(0,rule_reader.dH)(ANYTHING,source,context),algorithm:part(`algorithm`,TEXT,declared(algorithm,context)),salt:part(`salt`,ANYTHING,salt),iterations:part(`iterations`,ANYTHING,typeof iterations===`number`?{value:iterations}:iterations),passwordless:passwordless&&(0,rule_reader.sK)(passwordless,[`passwordless`],context),saltEncoding,saltPosition,secret,secretPosition,passwordEncoding,firebase:firebase&&firebaseParameters(firebase),verifier,ids,optional,unproven})}
function mergePassword(base,own){
const{unproven,...kept}=base;
const isOwnSource=own.value!==undefined||own.algorithm!==undefined;
return{...kept,...unproven!==undefined&&!isOwnSource&&{unproven},...own}}
function completePassword(parts){
const{value,algorithm,salt,iterations,passwordless,verifier,ids,optional,unproven:_,...settings}=parts;
if(value===undefined)return null;
return{value,algorithm:algorithm??null,salt:salt??null,iterations:iterations??null,passwordless:passwordless??null,settings,carry:{verifier:verifier??null,ids:ids??{},optional:optional??false}}}
function secretProblem({settings:{secret},algorithm,value}){
if(secret===undefined)return null;
const prefix=`${value.at}: password.secret: needs an \`algorithm\` whose hashes contain a secret, such as bcrypt-pepper`;
if(algorithm===null)return`${prefix}.`;
const declared=algorithm.source.kind===`value`?String(algorithm.source.value):null;
return declared===null||(0,hash_parts.x1)(declared)?null:`${prefix}; those of ${declared} do not.`}
function passwordRules(rule){
if(rule===null)return[];
return[rule.value,rule.algorithm,rule.salt,rule.iterations].filter(each=>each!==null)}
function declared(given,context){
if(typeof given!==`string`)return given;
if(given!==`auto`&&!(0,hash_parts.gp)(given))context.addProblem([`algorithm`],`"${given}" is not an algorithm that can be declared`);
return{value:given}}
function firebaseParameters(raw){
return{blockSize:raw.rounds,memCost:raw.mem_cost,separator:Buffer.from(raw.base64_salt_separator,`base64`)}}
function defined(object){
return Object.fromEntries(Object.entries(object).filter(([,value])=>value!==undefined))}}),86602:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{sK:()=>readCondition,dH:()=>readRule,ux:()=>within});
var date_format=__webpack_require__(44172);
var null_marks=__webpack_require__(93548);
var pattern=__webpack_require__(67617);
var pattern_syntax=__webpack_require__(63068);
;
const CHANGES=[`table`,`date`,`instant`,`phone`,`namePart`,`uuid5`];
function checkRule(field,rule,addProblem){
const changes=CHANGES.filter(key=>rule[key]!==undefined);
if(changes.length>1)addProblem([],`has ${changes.join(` and `)}, which exclude each other`);
if(rule.else!==undefined&&rule.table===undefined)addProblem([`else`],`goes with table only`);
if(rule.zone!==undefined&&rule.instant===undefined)addProblem([`zone`],`goes with instant only`);
if(rule.default!==undefined&&rule.empty!==undefined)addProblem([],`has both default and empty, which exclude each other`);
if(rule.empty===`clear`&&!field.clearable)addProblem([`empty`],`${field.name} cannot be cleared`);
if(rule.value!==undefined){
const unused=[...CHANGES,`json`,`replace`,`split`,`list`,`case`,`default`,`empty`].filter(key=>rule[key]!==undefined);
if(unused.length>0)addProblem([],`has a value, which is used as written: leave out ${unused.join(` and `)}`)}
if(rule.type!==undefined&&field.type!==`custom`){
addProblem([`type`],`goes with custom fields only: the type of ${field.name} is known`)}
const list=field.type===`list`||field.type===`custom`&&(rule.type??`list`)===`list`;
for(const key of[`split`,`list`])if(rule[key]!==undefined&&!list)addProblem([key],`makes a list, but ${field.name} takes one value`);
if(rule.split!==undefined&&rule.list!==undefined)addProblem([],`has split and list, which exclude each other`);
if(grantsRights(field)&&rule.value===undefined&&rule.table===undefined)addProblem([],`needs a table from values of the source to names of the tenant, because these names grant rights`);
if(field.type===`groups`)addProblem([],"is filled by the block `groups`, one group after the other");
for(const change of changes){
if(!fits(change,field))addProblem([change],`does not fit ${field.name}`);
if(change!==`table`&&rule.type!==undefined&&rule.type!==`string`){
addProblem([change],`gives text, which does not go with type: ${rule.type}`)}}}
function fits(change,{type}){
switch(type){case`custom`:return true;case`groups`:case`consents`:case`identities`:return false;case`date`:case`instant`:return change===`table`||change===type;case`boolean`:return change===`table`;case`text`:case`email`:case`phone`:case`locale`:case`zone`:case`url`:case`list`:return change===`table`||change===`phone`||change===`namePart`||change===`uuid5`}}
function grantsRights({name}){
return name===`roles`||name===`groupId`}
;
function readRule(field,raw,given){
const needsColumn=typeof raw===`object`&&!Array.isArray(raw)&&raw.column===`required`;
const context={...given,field:field.name,...needsColumn&&{presence:`column`}};
if(!Array.isArray(raw))return oneRule(field,typeof raw===`string`?{from:raw}:raw,context);
const rules=raw.map((each,index)=>readRule(field,each,within(context,index)));
return rules.reduceRight((otherwise,rule)=>({...rule,otherwise}))}
function within(context,key){
return{...context,at:(...path)=>context.at(key,...path),addProblem:(path,message)=>context.addProblem([key,...path],message)}}
function oneRule(field,rule,context){
checkRule(field,rule,context.addProblem);
return{field:field.name,at:context.at(),source:sourceOf(rule,context),when:rule.when===undefined?null:readCondition(rule.when,[`when`],context),json:rule.json===undefined?null:refTo(rule.json,context,`json`),replace:replacements(rule,context),trim:rule.trim??true,case:rule.case??null,list:listTextOf(rule),change:changeOf(rule,context),unread:rule.unread??false,empty:emptyOf(rule),opaque:rule.opaque??false,type:rule.type??(listTextOf(rule)!==null&&field.type===`custom`?`list`:null),otherwise:null}}
function namedMarks(texts){
const words=texts.filter(text=>(0,null_marks.t2)(text.trim())!==null).map(text=>text.trim().toLowerCase());
return words.length===0?{}:{words:new Set(words)}}
function refTo(text,context,...path){
return{text,at:context.at(...path),presence:context.presence,field:context.field}}
function listTextOf({split,list}){
if(list!==undefined)return{kind:list};
return split===undefined?null:{kind:`separated`,separator:split}}
function replacements({replace={}},context){
return Object.entries(replace).map(([source,text])=>({find:patternOf(source,[`replace`,source],context),with:text}))}
function sourceOf(rule,context){
const words=namedMarks(Object.keys(rule.table??{}));
const ref=(text,...path)=>({...refTo(text,context,...path),...words});
const given=[`from`,`first`,`concat`,`value`,`expr`].filter(key=>rule[key]!==undefined);
if(given.length!==1){
context.addProblem([],`must have exactly one of from, first, concat, value and expr, but has ${given.join(` and `)||`none`}`)}
if(rule.separator!==undefined&&rule.concat===undefined)context.addProblem([`separator`],`goes with concat only`);
if(rule.value!==undefined)return{kind:`value`,value:rule.value};
if(rule.expr!==undefined)return{kind:`expr`,text:rule.expr,at:context.at(`expr`)};
if(rule.concat!==undefined){
const refs=rule.concat.map((text,index)=>ref(text,`concat`,index));
return{kind:`concat`,refs,separator:rule.separator??` `}}
if(rule.first!==undefined)return{kind:`first`,refs:rule.first.map((text,index)=>ref(text,`first`,index))};
return{kind:`first`,refs:rule.from===undefined?[]:[ref(rule.from,`from`)]}}
function changeOf(rule,context){
const{addProblem}=context;
const list=formats=>typeof formats===`string`?[formats]:formats;
if(rule.table!==undefined)return{kind:`table`,table:new Map(Object.entries(rule.table)),otherwise:rule.else};
if(rule.date!==undefined){
const formats=list(rule.date);
for(const format of formats)checkFormat(format,`date`,addProblem);
return{kind:`date`,formats}}
if(rule.instant!==undefined){
const formats=list(rule.instant);
for(const format of formats){
checkFormat(format,`instant`,addProblem);
if(rule.zone===undefined&&format!==`iso`&&!(0,date_format.Sq)(format)){
addProblem([`instant`],`"${format}" does not contain the offset from UTC: add zone, such as Europe/Berlin or UTC`)}}
if(rule.zone!==undefined&&!isZone(rule.zone))addProblem([`zone`],`"${rule.zone}" is not an IANA time zone, such as Europe/Berlin`);
return{kind:`instant`,formats,zone:rule.zone??null}}
if(rule.phone!==undefined)return phoneOf(rule.phone,context);
if(rule.namePart!==undefined)return{kind:`namePart`,part:rule.namePart};
if(rule.uuid5!==undefined)return{kind:`uuid5`,namespace:rule.uuid5};
return null}
function phoneOf(phone,context){
if(typeof phone===`string`)return{kind:`phone`,region:phone,country:null};
const{region=null,country}=phone===true?{}:phone;
const ref=country===undefined?null:refTo(country,context,`phone`,`country`);
return{kind:`phone`,region,country:ref}}
function checkFormat(format,kind,addProblem){
const problem=(0,date_format.Vw)(format,kind);
if(problem!==null)addProblem([kind],`"${format}" ${problem}`)}
function emptyOf(rule){
if(rule.default!==undefined)return{kind:`default`,value:rule.default};
return rule.empty===undefined?null:{kind:rule.empty}}
function isZone(zone){
try{
new Intl.DateTimeFormat(`en`,{timeZone:zone});
return true}catch{
return false}}
const CONDITIONS=[`is`,`not`,`empty`,`matches`,`has`,`lacks`,`includes`,`excludes`,`future`];
const LIST_CONDITIONS=[`has`,`lacks`,`includes`,`excludes`,`empty`];
function readCondition(raw,path,context){
if(Array.isArray(raw)){
return{kind:`all`,conditions:raw.map((each,index)=>readCondition(each,[...path,index],context))}}
if(`any`in raw){
const conditions=raw.any.map((each,index)=>readCondition(each,[...path,`any`,index],context));
return{kind:`any`,conditions}}
const given=CONDITIONS.filter(key=>raw[key]!==undefined);
if(given.length!==1){
context.addProblem(path,`must have exactly one of is, not, empty, matches, has, lacks, includes, excludes and future, but has ${given.join(` and `)||`none`}`)}
const list=listTextOf(raw);
if(list!==null&&given.some(key=>!LIST_CONDITIONS.includes(key)))context.addProblem(path,`has ${raw.list===undefined?`split`:`list`}, which goes with ${LIST_CONDITIONS.join(`, `)} only`);
if(raw.split!==undefined&&raw.list!==undefined)context.addProblem(path,`has split and list, which exclude each other`);
const ref={...refTo(raw.from,context,...path,`from`),...raw.json!==undefined&&{json:refTo(raw.json,context,...path,`json`)},...list!==null&&{list}};
const values=raw.is??raw.not;
if(values!==undefined){
const texts=(Array.isArray(values)?values:[values]).map(String);
return{kind:`is`,ref:{...ref,...namedMarks(texts)},values:new Set(texts),negated:raw.is===undefined}}
const elements=raw.has??raw.lacks;
if(elements!==undefined){
const texts=(Array.isArray(elements)?elements:[elements]).map(String);
return{kind:`has`,ref:{...ref,...namedMarks(texts)},values:new Set(texts),negated:raw.has===undefined}}
const listed=raw.includes??raw.excludes;
if(listed!==undefined){
const key=raw.includes===undefined?`excludes`:`includes`;
const sources=(Array.isArray(listed)?listed:[listed]).map(text=>({...ref,text,at:context.at(...path,key)}));
return{kind:`includes`,ref,values:sources,negated:raw.includes===undefined}}
if(raw.matches!==undefined){
return{kind:`matches`,ref,pattern:patternOf(raw.matches,[...path,`matches`],context)}}
if(raw.future!==undefined)return{kind:`future`,ref,future:raw.future,isInDays:raw.unit===`days`};
return{kind:`empty`,ref,empty:raw.empty??true}}
function patternOf(source,path,context){
const at=context.at(...path);
try{
return new pattern.z(source,at)}catch(error){
if(!(error instanceof pattern_syntax.T))throw error;
context.addProblem(path,error.message);
return new pattern.z(``,at)}}}),81803:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ci:()=>steps,Hn:()=>times,ZD:()=>repeated,dp:()=>inSequence,wT:()=>NO_CHOICE,yL:()=>oneOf});
const NO_CHOICE={factor:1,degree:0};
const UNKNOWN={factor:Number.POSITIVE_INFINITY,degree:0};
function times(degree){
return{factor:1,degree}}
function inSequence(costs){
return costs.reduce((all,{factor,degree})=>({factor:all.factor*factor,degree:all.degree+degree}),NO_CHOICE)}
function oneOf(costs){
return costs.reduce((all,{factor,degree})=>({factor:all.factor+factor,degree:Math.max(all.degree,degree)}))}
function repeated(once,min,max,isGroup,canBeEmpty){
if(isGroup)return min===0&&max===1&&!canBeEmpty?oneOf([NO_CHOICE,once]):UNKNOWN;
if(max===Number.POSITIVE_INFINITY)return times(1);
return{factor:max-min+1,degree:0}}
function steps({factor,degree},length){
return factor*(length+1)**degree}}),63068:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{T:()=>UnsupportedSyntax,Z:()=>readPattern});
;
const WITHOUT_CASE=/\\(?:[dDsStnrvf0]|[!-/:-@[-`{-~])|0-9/g;
const MAY_HAVE_CASE=/\\|[^[]-[^\]]/;
class NativeSyntax{
#edits=[];
#ignoresCase=new Set;
replace(at,length,by){
this.#edits.push({at,length,by})}
part(text,ignoresCase){
const rest=text.replace(WITHOUT_CASE,`0`);
if(MAY_HAVE_CASE.test(rest)||rest.toLowerCase()!==rest.toUpperCase())this.#ignoresCase.add(ignoresCase)}
rewritten(source){
if(this.#ignoresCase.size>1)return null;
let[text,end]=[``,0];
for(const{at,length,by}of this.#edits){
text+=source.slice(end,at)+by;
end=at+length}
return{source:text+source.slice(end),flags:this.#ignoresCase.has(true)?`giu`:`gu`}}}
var pattern_cost=__webpack_require__(81803);
;
const ANY=`[\\x{0}-\\x{10FFFF}]`;
const NONE=`[^\\x{0}-\\x{10FFFF}]`;
const DOT=`[^\\n\\r\\x{2028}\\x{2029}]`;
const SPACES=`\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}`;
const NO_SPACES=`\\x{0}-\\x{8}\\x{E}-\\x{1F}!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}`;
const SETS={...{d:`0-9`,D:`\\x{0}-/:-\\x{10FFFF}`,s:SPACES,S:NO_SPACES},...{w:`0-9A-Za-z_`,W:"\\x{0}-/:-@\\[-^`{-\\x{10FFFF}"}};
const NO_WORD_OF_ANY_CASE="\\x{0}-/:-@\\[-^`{-\\x{17E}\\x{180}-\\x{2129}\\x{212B}-\\x{10FFFF}";
const CONTROLS={...{t:`\\t`,n:`\\n`,r:`\\r`,v:`\\x{B}`,f:`\\f`,"0":`\\x{0}`}};
const PROPERTY_KIND=/^(?:General_Category|gc|Script|sc)=/;
function quoted(character){
return/^[\w\s\u0080-\u{10FFFF}]$/u.test(character)&&character.isWellFormed()?character:escaped(character.codePointAt(0)??0)}
function escaped(code){
return`\\x{${code.toString(16).toUpperCase()}}`}
;
class UnsupportedSyntax extends Error{}
function readPattern(source){
const reader=new Reader(source);
const ahead=reader.leadingLookahead();
const main=reader.alternatives();
if(ahead.length>0&&main.isAlternation)throw new UnsupportedSyntax(`${AHEAD_ONLY}; put the alternatives after it into a group: ^(?!…)(?:a|b)`);
const start=ahead.length>0?`^`:``;
return{ahead:ahead.map(({negated,part})=>({negated,re2:`^(?:${part.re2})`})),re2:start===``?main.re2:`^(?:${main.re2})`,groups:reader.groups,names:reader.names,cost:(0,pattern_cost.dp)([main.isAnchored||ahead.length>0?pattern_cost.wT:(0,pattern_cost.Hn)(1),(0,pattern_cost.yL)([main.searched,...ahead.map(({part})=>part.cost)])]),native:reader.native.rewritten(source)}}
const AHEAD_ONLY=`has look-ahead, which is possible only at the very beginning, as ^(?!…) or ^(?=…)`;
class Reader{
groups=0;
names=new Map;
native=new NativeSyntax;
#source;
#at=0;
#modes={i:false,s:false};
constructor(source){
this.#source=source}
leadingLookahead(){
const found=[];
if(!/^\^\(\?[=!]/.test(this.#source))return found;
this.#at=1;
while(this.#isNext(`(?=`)||this.#isNext(`(?!`)){
const negated=this.#source[this.#at+2]===`!`;
this.#at+=3;
const before=this.groups;
const part=this.alternatives();
if(this.groups>before)throw new UnsupportedSyntax(`has a group ( ) in a look-ahead: write (?: )`);
this.#at+=1;
if(/^[*+?{]/.test(this.#source.slice(this.#at)))throw new UnsupportedSyntax(AHEAD_ONLY);
found.push({negated,part})}
return found}
alternatives(){
const all=[this.#sequence()];
while(this.#isNext(`|`)){
this.#at+=1;
all.push(this.#sequence())}
return{re2:all.map(({re2})=>re2).join(`|`),cost:(0,pattern_cost.yL)(all.map(({cost})=>cost)),searched:(0,pattern_cost.yL)(all.map(({searched})=>searched)),canBeEmpty:all.some(({canBeEmpty})=>canBeEmpty),isAlternation:all.length>1,isAnchored:all.every(({isAnchored})=>isAnchored)}}
#sequence(){
const start=this.#at;
const terms=[];
while(this.#at<this.#source.length&&!this.#isNext(`|`)&&!this.#isNext(`)`))terms.push(this.#term());
const costs=terms.map(({cost})=>cost);
const isFree=terms.at(-1)?.isRepeatedCharacter===true;
return{re2:terms.map(({re2})=>re2).join(``),cost:(0,pattern_cost.dp)(costs),searched:(0,pattern_cost.dp)(isFree?costs.slice(0,-1):costs),canBeEmpty:terms.every(({canBeEmpty})=>canBeEmpty),isAnchored:this.#source[start]===`^`}}
#term(){
const isGroup=this.#isNext(`(`);
const atom=isGroup?this.#group():this.#character();
const quantifier=/^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at,this.#at+40));
if(quantifier===null)return{...atom,isRepeatedCharacter:false};
const[text,from,comma,to]=quantifier;
this.#at+=text.length;
const min=from===undefined?text[0]===`+`?1:0:Number(from);
const open=from===undefined?text[0]!==`?`:comma===`,`&&to===``;
const max=open?Number.POSITIVE_INFINITY:from===undefined?1:Number(comma===``?from:to);
if(min>MAX_REPEATS||!open&&max>MAX_REPEATS)throw new UnsupportedSyntax(`repeats something more than ${MAX_REPEATS} times: write * or + for "any number"`);
return{re2:atom.re2+text,cost:(0,pattern_cost.ZD)(atom.cost,min,max,isGroup,atom.canBeEmpty),canBeEmpty:min===0||atom.canBeEmpty,isRepeatedCharacter:!isGroup}}
#group(){
const rest=this.#source.slice(this.#at);
if(/^\(\?[=!]/.test(rest))throw new UnsupportedSyntax(AHEAD_ONLY);
if(/^\(\?<[=!]/.test(rest))throw new UnsupportedSyntax(`has look-behind: match what comes before too, in a group, and keep it with $1 in the replacement`);
const[open=`(`,name,modifiers=``]=/^\((?:\?(?:<([^>]+)>|([a-z]*(?:-[a-z]*)?):))?/.exec(rest)??[];
if(modifiers.includes(`m`))throw new UnsupportedSyntax(`has the modifier m: write (?:^|\\n) and (?:$|\\n)`);
if(modifiers!==``)this.native.replace(this.#at,open.length,`(?:`);
this.#at+=open.length;
const isCapturing=!open.endsWith(`:`);
if(isCapturing){
this.groups+=1;
if(name!==undefined)this.names.set(name,[...this.names.get(name)??[],this.groups])}
const outer=this.#modes;
this.#modes=changedModes(outer,modifiers);
const{re2,cost,canBeEmpty}=this.alternatives();
this.#modes=outer;
this.#at+=1;
const begin=isCapturing?`(`:`(?${modifiers.replaceAll(`s`,``).replace(/-$/,``)}:`;
return{re2:`${begin}${re2})`,cost,canBeEmpty}}
#character(){
const start=this.#at;
const part=this.#translated();
const text=this.#source.slice(start,this.#at);
if(text===`.`&&this.#modes.s)this.native.replace(start,1,`[^]`);
this.native.part(text,this.#modes.i);
return part}
#translated(){
const start=this.#at;
const first=this.#source[start]??``;
if(first===`[`)return{re2:this.#class(),cost:pattern_cost.wT,canBeEmpty:false};
if(first===`^`||first===`$`){
this.#at+=1;
return{re2:first,cost:pattern_cost.wT,canBeEmpty:true}}
if(first===`\\`){
const next=this.#source[start+1]??``;
if(/[1-9k]/.test(next))throw new UnsupportedSyntax(`has a back reference (\\1): compare the parts with an expression (expr)`);
if(next===`b`||next===`B`){
this.#at+=2;
return{re2:first+next,cost:pattern_cost.wT,canBeEmpty:true}}
const{inClass,isSet}=this.#escape();
return{re2:isSet?`[${inClass}]`:inClass,cost:pattern_cost.wT,canBeEmpty:false}}
const character=String.fromCodePoint(this.#source.codePointAt(start)??0);
this.#at+=character.length;
return{re2:character===`.`?this.#modes.s?ANY:DOT:quoted(character),cost:pattern_cost.wT,canBeEmpty:false}}
#class(){
let inside=``;
const negated=this.#isNext(`[^`);
this.#at+=negated?2:1;
while(!this.#isNext(`]`)){
if(this.#isNext(`\\`)){
inside+=this.#isNext(`\\b`)?this.#take(2,`\\x{8}`):this.#escape().inClass;
continue}
const character=String.fromCodePoint(this.#source.codePointAt(this.#at)??0);
inside+=this.#take(character.length,character===`-`?`-`:quoted(character))}
this.#at+=1;
if(inside===``)return negated?ANY:NONE;
return`[${negated?`^`:``}${inside}]`}
#escape(){
const rest=this.#source.slice(this.#at,this.#at+80);
const[,kind=``]=/^\\(.)/su.exec(rest)??[];
const set=kind===`W`&&this.#modes.i?NO_WORD_OF_ANY_CASE:SETS[kind];
if(set!==undefined)return{inClass:this.#take(2,set),isSet:true};
if(kind===`p`||kind===`P`){
const[text,property=``]=/^\\[pP]\{([^}]*)\}/.exec(rest)??[``];
return{inClass:this.#take(text.length,`\\${kind}{${property.replace(PROPERTY_KIND,``)}}`),isSet:true}}
const[text,pair,code,byte,control]=/^\\(?:u([dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|u\{?([0-9a-fA-F]+)\}?|x([0-9a-fA-F]{2})|c([a-zA-Z])|.)/su.exec(rest)??[``];
const number=code??byte;
if(pair!==undefined){
const[high=``,low=``]=pair.split(`\\u`).map(hex=>String.fromCharCode(Number.parseInt(hex,16)));
return{inClass:this.#take(text.length,quoted(high+low)),isSet:false}}
if(number!==undefined)return{inClass:this.#take(text.length,escaped(Number.parseInt(number,16))),isSet:false};
if(control!==undefined)return{inClass:this.#take(text.length,escaped(control.charCodeAt(0)%32)),isSet:false};
return{inClass:this.#take(text.length,CONTROLS[kind]??quoted(kind)),isSet:false}}
#take(length,translated){
this.#at+=length;
return translated}
#isNext(text){
return this.#source.startsWith(text,this.#at)}}
function changedModes(modes,modifiers){
const[on=``,off=``]=modifiers.split(`-`);
return{i:on.includes(`i`)||modes.i&&!off.includes(`i`),s:on.includes(`s`)||modes.s&&!off.includes(`s`)}}
const MAX_REPEATS=1e3}),67617:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>hasCostlyPattern,z:()=>Pattern});
var _pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(63068);
class Pattern{
source;
at;
syntax;
native;
constructor(source,at){
if(source.length>MAX_LENGTH)throw new _pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__.T(`has more than ${MAX_LENGTH} characters: use several patterns, or a table`);
try{
new RegExp(source,`u`)}catch(error){
const why=error instanceof Error?error.message:String(error);
throw new _pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__.T(`is not a regular expression: ${why}`,{cause:error})}
this.source=source;
this.at=at;
this.syntax=(0,_pattern_syntax_js__WEBPACK_IMPORTED_MODULE_0__.Z)(source);
const{native}=this.syntax;
this.native=native===null?null:new RegExp(native.source,native.flags)}
get needsLinearEngine(){
const{degree,factor}=this.syntax.cost;
return this.native===null||degree>1||factor>MAX_WAYS}}
const MAX_LENGTH=2e3;
const MAX_WAYS=1e3;
function hasCostlyPattern(part){
if(typeof part!==`object`||part===null)return false;
if(part instanceof Pattern)return part.needsLinearEngine;
const inner=part instanceof Map||part instanceof Set?[...part.values()]:Object.values(part);
return inner.some(hasCostlyPattern)}}),74174:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{n:()=>presetText});
async function presetText(name){
const{PRESET_TEXTS}=await __webpack_require__.e(1599).then(__webpack_require__.bind(__webpack_require__,51599));
return{name:`preset ${name}`,text:PRESET_TEXTS[name]}}}),41718:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{ft:()=>explainDocument,FW:()=>recognisePreset,gO:()=>recognisedAs,h:()=>suggestion,UB:()=>tableExportHint});
var normalize_name=__webpack_require__(36754);
;
const TABLE_SIGNATURES=[{preset:`typo3`,title:`the table of frontend users of TYPO3`,columns:[[`uid`,`pid`,`usergroup`]]},{preset:`oxid`,title:`the table of users of OXID eShop`,columns:[[`OXID`,`OXUSERNAME`,`OXPASSWORD`]]},{preset:`liferay`,title:`the table of users of Liferay`,columns:[[`uuid_`,`screenName`,`emailAddress`],[`uuid_`,`screenname`,`emailaddress`],[`UUID_`,`SCREENNAME`,`EMAILADDRESS`]]},{preset:`jtl-shop`,title:`customers of JTL-Shop`,columns:[[`cPasswort`,`cMail`,`cNachname`]]},{preset:`drupal`,title:`the table of users of Drupal`,columns:[[`uid`,`pass`,`mail`]]},{preset:`contao`,title:`the table of members of Contao`,columns:[[`firstname`,`assignDir`,`login`,`disable`]]},{preset:`gambio`,title:`customers of Gambio, modified eCommerce or osCommerce`,columns:[[`customers_email_address`,`customers_password`]]},{preset:`symfony`,title:`the table of users of FOSUserBundle`,columns:[[`username_canonical`,`email_canonical`]]},{preset:`aspnet-membership`,title:`the tables of ASP.NET Membership`,columns:[[`PasswordFormat`,`IsApproved`,`IsLockedOut`]]},{preset:`woltlab`,title:`the table of users of WoltLab Suite`,columns:[[`userID`,`activationCode`,`banned`]]},{preset:`joomla`,title:`the table of users of Joomla`,columns:[[`block`,`sendEmail`,`registerDate`]]},{preset:`prestashop`,title:`the table of customers of PrestaShop`,columns:[[`id_customer`,`passwd`,`is_guest`]]},{preset:`devise`,title:`the table of users of a Rails application with Devise`,columns:[[`encrypted_password`,`reset_password_token`]]}];
;
const GERMAN=[...[`emailadresse`,`mailadresse`,`vorname`,`nachname`,`familienname`,`anrede`,`plz`,`postleitzahl`,`ort`],...[`wohnort`,`strasse`,`kundennummer`,`kdnr`,`mitgliedsnummer`,`geburtsdatum`,`telefon`,`handy`]];
const SIGNATURES=[{preset:`salesforce-commerce-cloud`,title:`a customer export of Salesforce Commerce Cloud`,keys:[[`@customer-no`,`credentials`],[`@customer-no`,`profile`]],document:[[`customer-list`]]},{preset:`sap-commerce`,title:`an export of SAP Commerce`,keys:[[`@itemtype`],[`uniqueid`,`p_logindisabled`]],columns:[[`uniqueid`,`p_logindisabled`],[`uniqueid`,`p_passwordencoding`]]},{preset:`keycloak`,title:`an export of Keycloak`,keys:[[`username`,`createdTimestamp`,`requiredActions`],[`username`,`createdTimestamp`,`emailVerified`,`enabled`],[`realm`,`users`]],document:[[`realm`,`users`],[`realm`,`roles`,`clients`],[`realm`,`sslRequired`]]},{preset:`shopware5`,title:`a customer export of Shopware 5`,columns:[[`customernumber`,`email`,`encoder`,`accountmode`],[`customernumber`,`subshopID`,`customergroup`]]},{preset:`shopware6`,title:`a customer export of Shopware 6`,columns:[[`id`,`customer_number`,`first_name`,`guest`],[`id`,`customer_number`,`sales_channel`]]},{preset:`sap-cdc`,title:`an export of SAP Customer Data Cloud (Gigya)`,keys:[[`UID`,`loginIDs`],[`UID`,`isRegistered`,`profile`]],document:[[`results`,`objectsCount`]]},{preset:`azure-b2c`,title:`a user list of Azure AD B2C or Microsoft Entra`,keys:[[`userPrincipalName`,`displayName`]],columns:[[`userPrincipalName`,`displayName`]],document:[[`@odata.context`,`value`]]},{preset:`auth0`,title:`a user export of Auth0`,keys:[[`user_id`,`identities`,`created_at`]],columns:[[`user_id`,`email_verified`],[`Id`,`Email Verified`,`Given Name`]]},{preset:`akamai`,title:`an export of Akamai Identity Cloud (Janrain)`,keys:[[`uuid`,`givenName`,`primaryAddress`]],columns:[[`uuid`,`givenName`,`primaryAddress.zip`]],document:[[`stat`,`results`]]},{preset:`ldif`,title:`an LDAP directory`,keys:[[`dn`,`objectclass`]]},{preset:`forgerock`,title:`an export of ForgeRock or Ping Identity Platform`,keys:[[`_id`,`userName`,`givenName`]],document:[[`result`,`pagedResultsCookie`]]},{preset:`magento`,title:`a customer export of Magento or Adobe Commerce`,columns:[[`email`,`_website`,`_store`]]},{preset:`wordpress`,title:`a user list of WordPress`,keys:[[`user_login`,`user_email`]],columns:[[`user_login`,`user_email`]]},{preset:`aspnet-identity`,title:`the table of users of ASP.NET Identity`,keys:[[`NormalizedUserName`,`LockoutEnd`]],columns:[[`NormalizedUserName`,`LockoutEnd`]]},{preset:`scim`,title:`a SCIM user list`,keys:[[`schemas`,`userName`,`emails`]],document:[[`schemas`,`Resources`]]},{preset:`okta`,title:`a user list of Okta`,keys:[[`id`,`status`,`profile`,`credentials`]]},{preset:`cognito`,title:`a user list of Amazon Cognito`,keys:[[`Username`,`Attributes`,`UserStatus`]],columns:[[`cognito:username`]],document:[[`Users`,`PaginationToken`]]},{preset:`firebase`,title:`a user export of Firebase`,keys:[[`localId`,`createdAt`]]},{preset:`supabase`,title:`the table of users of Supabase`,keys:[[`encrypted_password`,`raw_user_meta_data`]],columns:[[`encrypted_password`,`raw_user_meta_data`]]},{preset:`clerk`,title:`a user export of Clerk`,columns:[[`primary_email_address`,`password_hasher`]]},{preset:`django`,title:`a dump of Django`,keys:[[`model`,`pk`,`fields`]]},{preset:`fusionauth`,title:`a user list of FusionAuth`,keys:[[`insertInstant`,`registrations`]]},{preset:`kratos`,title:`identities of Ory Kratos`,keys:[[`schema_id`,`traits`,`state`]]},...TABLE_SIGNATURES.map(table=>({...table,keys:table.columns})),{preset:`laravel`,title:`the table of users of Laravel`,keys:[[`email_verified_at`,`remember_token`]],columns:[[`email_verified_at`,`remember_token`]]}];
function recognisePreset(shape){
const has=(sets,names)=>{
const known=new Set(names);
return sets?.some(set=>set.every(name=>known.has(name)))??false};
const found=SIGNATURES.find(({columns,keys,document})=>has(columns,shape.columns)||has(keys,shape.keys)||has(document,shape.document));
if(found!==undefined)return{preset:found.preset,title:found.title};
const names=new Set(shape.columns?.map(normalize_name.P));
const german=GERMAN.filter(name=>names.has(name)).length+(names.has(`email`)||names.has(`mail`)?1:0);
return german<2?null:{preset:`german-csv`,title:`a list with German column names`}}
function recognisedAs(preset){
return SIGNATURES.find(signature=>signature.preset===preset)??null}
function suggestion({preset,title}){
return`It looks like ${title}: set \`preset: ${preset}\`.`}
function tableExportHint(keys){
return[`type`,`version`,`comment`].every(key=>keys.includes(key))?"It looks like an export of phpMyAdmin: add to a mapping `source: { records: '[].data' }` to read the rows of its table.":null}
function explainDocument(found,preset){
if(preset===`keycloak`&&found.document.includes(`realm`)){
return"It is a realm without users: the partial export of the admin console never has any, so export with `kc.sh export`; of a directory export name the files `*-users-*.json`."}
const recognised=preset===null?recognisePreset(found):null;
return recognised===null?null:suggestion(recognised)}}),64839:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Aw:()=>accountStateName,CZ:()=>isSpellingOf,EI:()=>isPersonalName,ak:()=>isHarmlessFlag,bl:()=>isAboutAccount,hx:()=>isAboutSomethingElse});
var _text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36754);
const LDAP={nsaccountlock:`blocked`,nsaccountlocked:`blocked`,accountunlocktime:`blocked`,sambaacctflags:`status`,sambakickofftime:`blocked`,krb5kdcflags:`status`,msdsuseraccountdisabled:`blocked`,msdsuseraccountautolocked:`blocked`,msdsuseraccountcontrolcomputed:`status`,useraccountcontrol:`status`,accountexpires:`blocked`,lockouttime:`blocked`,pwdaccountlockedtime:`blocked`,ibmpwdaccountlocked:`blocked`,pwdaccountdisabled:`blocked`,logindisabled:`blocked`,lockedbyintruder:`blocked`,loginexpirationtime:`blocked`,dspwpaccountdisabled:`blocked`,dspwpaccountexpirationtime:`blocked`,krbprincipalexpiration:`blocked`,krb5validend:`blocked`,pwdendtime:`blocked`,shadowexpire:`blocked`,acctflags:`status`,schacuserstatus:`status`,schacexpirydate:`blocked`,qmailaccountstatus:`status`,orclisenabled:`active`,orclactiveenddate:`blocked`,secacctvalid:`active`,shadowinactive:null,blockcredential:`blocked`,pwuserstatus:`status`,uflag:`blocked`,gltgb:`blocked`,loevm:`blocked`};
const BLOCKED=/sperr|blockier|blocked|locked|lockout|disabled|deaktiv|deactiv|inaktiv|inactiv|suspend|banned|deleted|geloescht|loesch|kuendig|austritt|ausgetreten|ausgeschieden|verstorben|gestorben|sterbedatum|sterbetag|todestag|todesdatum|dateofdeath|deathdate|deceased|terminat|stillgelegt|revoked|archiviert|storniert|abgemeldet|beendet|anonymis|anonymiz|hausverbot|blacklist|vertragsende|contractend/;
const BLOCKED_WORDS=words(`block lock ban disable delete deletion removed quit`);
const NEGATED=/(?:non|not|nicht|un)(?:locked|blocked|gesperrt|disabled|deleted)|entsperrt/;
const ACTIVE_WORDS=words(`aktiv active enabled aktiviert activated freigeschaltet freischaltung approved genehmigt`);
const STATUS_WORDS=words(`status state zustand stat`);
const END_WORDS=words(`ende end ended endtime enddate enddatum stop left exit expiry expires expired expiration ablauf ablaufdatum abgelaufen ruhend ehemalig `+`closed cancelled canceled archived frozen barred expelled died`);
const MAY_WORDS=words(`allow can may darf`);
const LOGIN_WORDS=words(`login logon anmeldung anmelde access zugang zugangs`);
const UNTIL_WORDS=words(`bis until till`);
const ALLOWED_WORDS=words(`erlaubt allowed berechtigt zugelassen freigegeben gueltig valid`);
const SUBJECTS=words(`account acct acc konto kunde kunden kundin user users usr benutzer nutzer anwender customer customers cust client member `+`members membership mitglied mitglieds mitgliedschaft mitgliedschafts person personen identity record datensatz satz `+`kto rec login logon anmeldung anmelde zugang zugangs access profile profil partner debitor teilnehmer versicherten versicherter `+`patient patienten student employee mitarbeiter contact kontakt web online portal shop crm ldap cognito fe be`);
const FILLERS=words(`is ist has hat was flag kz kennz kennzeichen kennung ind indicator fl bool am at seit since on datum date time zeit `+`zeitpunkt bis until till von zum by grund reason code cd id nr no text txt value wert bezeichnung aktuell current der des the of `+`custom attr attribute inet zimbra ab jn ja nein ox u adm kd c usr tbl col db field feld`);
const OTHER_TOPICS=/newsletter|marketing|werb|advert|mailing|optin|optout|consent|einwillig|agb|datenschutz|dsgvo|gdpr|privacy|cookie|tracking|bestell|auftrag|payment|zahl(?:ung|weg|art|status|sperr)|mahn|invoice|rechnung|liefer|versand|shipping|delivery|lastschrift|kredit|credit|artikel|product|produkt|coupon|gutschein|bonus|buchung|auskunft|abonnement|comment|kommentar|notification|benachricht|telefon|phone|email|mail|password|passwort|kennwort|credential|mfa|twofactor|2fa|totp|username|marital|famil|zivil|steuer|verif|confirm|bestaetig|sensor|device|session|token|ticket|lockoutenabled|address|booking|reservation|reservier|appointment/;
const OTHER_WORDS=words(`order orders card karte tax vat push sms fax factor count num anzahl attempts versuche threshold `+`duration policy changed changedate geaendert updated history pwd pw otp abo subscription subscriptions`);
const PROTECTION=/datenschutz|dsgvo|gdpr|privacy/g;
const ERASURE=/loesch|delet|erase|anonymi[sz]/;
const GROUP_WORDS=words(`group groups gruppe gruppen role roles rolle rollen`);
const PERSONAL_NAMES=words(`cn dn sn name vorname nachname familienname zuname rufname firma company displayname gecos initials nickname firstname lastname surname givenname fullname kurzbezeichnung ort city`);
const OTHER_FLAGS=/guest|gast|anrede|firma|company|business|b2b|gewerb|staff|admin|super|moderator|default|primary|haupt|vip|premium|stamm|public|oeffentlich|private|subscribe|anonym|social|photo|foto|bild|avatar|terms|accept|akzept|reset|mustchange|firstlogin|remember|sso|test|registr|import|sync/;
function isAboutSomethingElse(path){
const plain=(0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(path);
const topics=ERASURE.test(plain)?plain.replaceAll(PROTECTION,``):plain;
return OTHER_TOPICS.test(topics)||wordsOf(path).some(word=>OTHER_WORDS.has(word))}
function isAboutGroups(path){
return wordsOf(path).some(word=>GROUP_WORDS.has(word))}
function isPersonalName(name){
return PERSONAL_NAMES.has((0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(name))}
function isHarmlessFlag(path){
return isAboutSomethingElse(path)||isAboutGroups(path)||OTHER_FLAGS.test((0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(path))}
function isAboutAccount(name){
const parts=wordsOf(name);
return parts.some(word=>SUBJECTS.has(word))&&parts.every(word=>SUBJECTS.has(word)||FILLERS.has(word))}
function accountStateName(name,path=name){
const plain=(0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(name);
if(Object.hasOwn(LDAP,plain))return LDAP[plain]??null;
if(isAboutSomethingElse(path)||isAboutGroups(path))return null;
const parts=wordsOf(name);
if(plain===`state`||plain===`zustand`)return null;
if(BLOCKED.test(plain)||parts.some(word=>BLOCKED_WORDS.has(word)))return NEGATED.test(plain)?`active`:`blocked`;
const kindOf=word=>{
if(ACTIVE_WORDS.has(word))return`active`;
if(STATUS_WORDS.has(word))return`status`;
if(ALLOWED_WORDS.has(word))return`allowed`;
if(MAY_WORDS.has(word))return`may`;
if(END_WORDS.has(word))return`end`;
if(SUBJECTS.has(word))return`subject`;
return FILLERS.has(word)||word.length===1||/^\d+$/.test(word)?`filler`:null};
const kinds=parts.map(kindOf);
if(kinds.includes(null))return null;
if(kinds.includes(`active`))return`active`;
if(kinds.includes(`status`))return`status`;
if(kinds.includes(`end`))return`blocked`;
const isEnd=parts.some(word=>UNTIL_WORDS.has(word));
if(isEnd&&(kinds.includes(`allowed`)||kinds.includes(`subject`)))return`blocked`;
if(kinds.includes(`allowed`)&&kinds.includes(`subject`))return`active`;
if(kinds.includes(`may`)&&parts.some(word=>LOGIN_WORDS.has(word)))return`active`;
return null}
function isSpellingOf(known,name,path=name){
const topic=topicOf(known);
return topic!==``&&topic===topicOf(name)&&(topic===topicOf(path)||!isAboutSomethingElse(path))}
function topicOf(name){
return wordsOf(name).filter(word=>!SUBJECTS.has(word)&&!FILLERS.has(word)&&!/^\d+$/.test(word)).join(` `)}
function wordsOf(name){
return name.replaceAll(/(\p{Ll}|\d)(?=\p{Lu})/gu,`$1 `).replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu,`$1 `).split(/[^\p{L}\p{N}]+/u).map(_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P).filter(word=>word!==``).flatMap(word=>VOCABULARY.has(word)?[word]:dissolved(word)??[word])}
function dissolved(compound){
if(compound===``)return[];
for(let length=Math.min(compound.length,LONGEST_WORD);length>1;length-=1){
const first=compound.slice(0,length);
if(!VOCABULARY.has(first))continue;
const rest=dissolved(compound.slice(length));
if(rest!==null)return[first,...rest]}
return null}
function words(list){
return new Set(list.split(` `))}
const VOCABULARY=new Set([ACTIVE_WORDS,STATUS_WORDS,ALLOWED_WORDS,MAY_WORDS,END_WORDS,UNTIL_WORDS,SUBJECTS,FILLERS].flatMap(list=>[...list]));
const LONGEST_WORD=18}),59513:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{FB:()=>areStateWords,NO:()=>NO,RV:()=>isFlag,_Y:()=>YES});
var _text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36754);
const YES=[`1`,`j`,`ja`,`y`,`yes`,`true`,`t`,`x`,`wahr`,`on`];
const NO=[`0`,`n`,`nein`,`no`,`false`,`f`,`falsch`,`off`];
const STATES=new Set([...[`aktiv`,`inaktiv`,`akt`,`inakt`,`gesperrt`,`gesp`,`sperre`,`entsperrt`,`blockiert`,`deaktiviert`],...[`gelöscht`,`gekündigt`,`gek`,`ausgetreten`,`verstorben`,`stillgelegt`,`freigeschaltet`,`ruhend`],...[`enabled`,`active`,`inactive`,`blocked`,`blk`,`locked`,`lockedout`,`unlocked`,`disabled`,`deactivated`,`deleted`],...[`del`,`banned`,`suspended`,`terminated`,`deceased`,`declined`,`denied`,`deprovisioned`,`accountdisabled`,`accountlocked`]].map(_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P));
const AMBIGUOUS=new Set([`aktiv`,`akt`,`active`,`sperre`,`ruhend`,`del`,`gek`,`blk`,`deceased`,`enabled`].map(_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P));
function areStateWords(words,filled){
const all=[...words].map(_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P);
const states=all.filter(word=>STATES.has(word)).length;
if(states===all.length||all.some(word=>STATES.has(word)&&!AMBIGUOUS.has(word)))return states>0;
return states>0&&filled>all.length*MIN_REPEATS}
const MIN_REPEATS=3;
function isFlag(words,hasGaps){
const all=[...words];
const isYes=all.some(word=>YES.includes(word));
const isNo=all.some(word=>NO.includes(word));
return all.every(word=>YES.includes(word)||NO.includes(word))&&isYes&&(isNo||hasGaps)}}),59420:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{J:()=>stateSign,M:()=>isDataName});
var _user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(75411);
var _account_state_name_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64839);
var _state_words_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(59513);
function stateSign({name,path},{words},{filled,rows}){
const kind=(0,_account_state_name_js__WEBPACK_IMPORTED_MODULE_1__.Aw)(name,path);
if(kind!==null)return{kind,by:`name`};
if(words.size===0||(0,_account_state_name_js__WEBPACK_IMPORTED_MODULE_1__.EI)(name))return null;
if((0,_state_words_js__WEBPACK_IMPORTED_MODULE_2__.FB)(words,(0,_account_state_name_js__WEBPACK_IMPORTED_MODULE_1__.bl)(name)?Number.POSITIVE_INFINITY:filled))return(0,_account_state_name_js__WEBPACK_IMPORTED_MODULE_1__.hx)(path)?null:{kind:`status`,by:`values`};
return(0,_state_words_js__WEBPACK_IMPORTED_MODULE_2__.RV)(words,filled<rows)&&!(0,_account_state_name_js__WEBPACK_IMPORTED_MODULE_1__.ak)(path)?{kind:`flag`,by:`values`}:null}
function isDataName(name){
if(name.length>100||(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(name)||DATA.test(name))return true;
const digits=name.replaceAll(/\D/g,``).length;
return digits>=4&&digits>name.length/2}
const DATA=/\S@\S+\.\S|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i}),91350:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A:()=>UnreadKeys});
var _unread_column_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(59420);
var _unread_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(21137);
var _value_words_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(99469);
var _a;
const MAX_PATHS=1e3;
const MAX_KEYS=200;
const MAX_DEPTH=8;
const MAX_ELEMENTS=20;
const NAMED_VALUES=[[`Name`,`Value`],[`name`,`value`],[`Key`,`Value`],[`key`,`value`],[`meta_key`,`meta_value`],[`attribute_code`,`value`],[`attribute`,`value`],[`code`,`value`],[`field`,`value`]];
class UnreadKeys{
#root;
#paths=0;
#rows=0;
#isFull=false;
#read;
constructor(prefix,paths,named,read){
this.#read=read;
this.#root=node(prefix,``,false);
this.#root.entered=true;
for(const path of paths)this.#enter(path);
openElements(this.#root);
for(const keys of named)this.#enterNamed(keys)}
add(record){
this.#rows+=1;
if(!this.#root.read)this.#walk(this.#root,record,0)}
list(){
const found=[];
const rows=this.#rows;
const visit=at=>{
if(at.filled>0)found.push(this.#column(at));
if(at.texts!==null)found.push(...(0,_unread_text_js__WEBPACK_IMPORTED_MODULE_1__.i)(at.texts.list(),at.ref,this.#column(at).ref??at.ref,rows));
for(const child of at.children.values())visit(child)};
visit(this.#root);
if(this.#isFull)found.push({name:`more than ${MAX_PATHS} keys`,ref:null,json:null,filled:rows,rows,sign:null});
return found}
#column({ref,title,isOfMany,isList,words,filled}){
const sign=isOfMany?null:(0,_unread_column_js__WEBPACK_IMPORTED_MODULE_0__.J)({name:title,path:ref},words,{filled,rows:this.#rows});
return{name:ref,ref:isList?`${ref}[0]`:ref,json:null,filled,rows:this.#rows,sign}}
#enter(path){
let at=this.#root;
for(const step of path){
at.entered=true;
if(typeof step===`string`)at=this.#child(at,step,false)??at;else if(typeof step===`object`&&`key`in step){
at.chosenBy.add(step.key);
const chooser=this.#element(at,null,``);
const key=chooser===null?null:this.#child(chooser,step.key,false);
if(key!==null)key.read=true;
at=this.#element(at,step.key,step.is)??at}else at=this.#element(at,null,``)??at}
at.read=true}
#enterNamed(keys){
let all=[this.#root];
for(const key of keys.slice(0,MAX_DEPTH)){
for(const at of all)at.entered=true;
const next=all.map(at=>this.#child(at,key,false)).filter(at=>at!==null);
all=[...next,...next.map(at=>this.#element(at,null,``)).filter(at=>at!==null)]}
for(const at of all)at.read=true}
#walk(at,value,depth){
if(typeof value!==`object`||value===null)this.#count(at,value);else if(depth>MAX_DEPTH)return;else if(Array.isArray(value))this.#walkList(at,value,depth);else this.#walkKeys(at,value,null,depth)}
#walkKeys(at,object,except,depth){
for(const key in object){
const child=at.children.get(key)??this.#child(at,key);
if(child===null||child.read||key===except)continue;
const value=object[key];
if(typeof value===`object`){
if(value!==null)this.#walk(child,value,depth+1)}else if(!child.entered)this.#count(child,value)}}
#walkList(at,list,depth){
for(let place=0;place<list.length&&place<MAX_ELEMENTS;place+=1){
const element=list[place];
if(typeof element!==`object`||element===null){
at.isList=true;
this.#count(at,element)}else if(Array.isArray(element))this.#walk(at,element,depth+1);else this.#walkElement(at,element,depth)}}
#walkElement(at,element,depth){
const key=[...at.chosenBy].find(each=>Object.hasOwn(element,each))??nameKey(element);
const name=key===null?undefined:element[key];
const isNamed=key!==null&&typeof name===`string`&&!(0,_unread_column_js__WEBPACK_IMPORTED_MODULE_0__.M)(name);
const child=isNamed?this.#element(at,key,name):this.#element(at,null,``);
if(child===null||child.read)return;
this.#walkKeys(child,element,isNamed?key:null,depth+1)}
#count(at,value){
if(at.entered||value===``||value===null||value===undefined)return;
const read=typeof value===`string`?this.#read(value):value;
if(read===``)return;
const object=typeof read===`string`&&!at.isOfMany?(0,_unread_text_js__WEBPACK_IMPORTED_MODULE_1__.k)(read):null;
if(object!==null){
at.texts??=new _a(`${at.ref}.`,[],[],this.#read);
at.texts.add(object);
return}
if(at.last!==this.#rows)at.filled+=1;
at.last=this.#rows;
if(!at.isOpen||read===null)return;
at.words.add(read);
at.isOpen=at.words.isOpen}
#child(at,key,mayBeData=true){
const known=at.children.get(key);
if(known!==undefined)return known;
const isData=mayBeData&&((0,_unread_column_js__WEBPACK_IMPORTED_MODULE_0__.M)(key)||at.children.size>=MAX_KEYS);
const shown=isData?`*`:key;
const step=/^[^.[\]"']+$/.test(shown)?shown:`"${shown.replaceAll(`"`,``)}"`;
const ref=at===this.#root||at.ref===``?at.ref+step:`${at.ref}.${step}`;
const title=at.title!==``&&VALUE_KEYS.has(key)&&at.ref.endsWith(`]`)?at.title:shown;
return this.#add(at,shown,()=>node(ref,title,at.isOfMany||isData))}
#element(at,key,name){
if(key===null)return this.#add(at,`[]`,()=>node(`${at.ref}[]`,``,true));
const isNamedValue=NAMED_VALUES.some(([each])=>each===key);
const step=`[${key}=${name}]`;
return this.#add(at,step,()=>node(at.ref+step,isNamedValue?name:``,at.isOfMany||!isNamedValue))}
#add(at,step,make){
const known=at.children.get(step);
if(known!==undefined)return known;
if(this.#paths>=MAX_PATHS){
this.#isFull=true;
return null}
this.#paths+=1;
const made=make();
at.children.set(step,made);
return made}}
_a=UnreadKeys;
const VALUE_KEYS=new Set(NAMED_VALUES.map(([,value])=>value));
function node(ref,title,isOfMany){
const known={read:false,entered:false,isList:false,texts:null,isOpen:true,filled:0,last:0};
return{ref,title,isOfMany,chosenBy:new Set,children:new Map,words:new _value_words_js__WEBPACK_IMPORTED_MODULE_2__.r,...known}}
function openElements(at){
for(const[step,child]of at.children){
if(child.read&&step===`[]`&&child.children.size>0)Object.assign(child,{read:false,entered:true});
openElements(child)}}
function nameKey(element){
const found=NAMED_VALUES.find(([name,value])=>Object.hasOwn(element,name)&&Object.hasOwn(element,value));
return found===undefined?null:found[0]}}),21137:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{i:()=>columnsInText,k:()=>objectInText});
var _password_json_object_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(29535);
const MAX_LENGTH=64*1024;
function objectInText(text){
const trimmed=text.trim();
if(!trimmed.startsWith(`{`)||!trimmed.endsWith(`}`)||trimmed.length>MAX_LENGTH)return null;
try{
const object=JSON.parse(trimmed);
return(0,_password_json_object_js__WEBPACK_IMPORTED_MODULE_0__.Qd)(object)?object:null}catch{
return null}}
function columnsInText(keys,name,ref,rows){
return keys.map(key=>({...key,ref,json:(key.ref??key.name).slice(name.length+1),rows}))}}),99469:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{r:()=>ValueWords});
const MAX_WORDS=8;
const MAX_WORD_LENGTH=24;
const MAX_SPELLINGS=32;
class ValueWords{
#words=new Set;
#spellings=new Set;
#isOpen=true;
get isOpen(){
return this.#isOpen}
add(value){
if(this.#spellings.has(value))return;
this.#spellings.add(value);
const word=String(value).trim().toLowerCase();
this.#words.add(word);
if(word.length<=MAX_WORD_LENGTH&&this.#words.size<=MAX_WORDS&&this.#spellings.size<=MAX_SPELLINGS)return;
this.#isOpen=false;
this.#words.clear();
this.#spellings.clear()}
get words(){
return this.#words}}}),96749:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{T:()=>ALGORITHMS,V:()=>isAlgorithmName});
const PBKDF2_OPEN=`which digest its PBKDF2 uses and how the hash must be encoded`;
const ARGON_OPEN=`how the id of Argon2 is spelled`;
const SALTED_OPEN=`whether the salt comes before or after the password, unless the tenant is set up for it`;
const HMAC_OPEN=`whether the salt is the key of the HMAC`;
const SALTED="Kratos°, Magento, Shopware, SAP CDC, Akamai, Spring, `hash:salt`, declared";
const ALGORITHMS={bcrypt:{from:"`$2a$`, `$2b$`, `$2y$`; split (FusionAuth, Okta)",support:`documented`,id:`BCRYPT_n`,open:null},sha1:{from:"`{SHA}`, `{SHA-1}`, declared",support:`documented`,id:`SHA1`,open:null},sha256:{from:"`{SHA256}`, `{SHA-256}`, declared",support:`documented`,id:`SHA256`,open:null},argon2id:{from:"`$argon2id$`, Keycloak, Django, Magento",support:`open`,id:`ARGON`,open:ARGON_OPEN},argon2i:{from:"`$argon2i$`, Keycloak",support:`open`,id:`ARGON`,open:ARGON_OPEN},argon2d:{from:"`$argon2d$`, Keycloak",support:`open`,id:`ARGON`,open:ARGON_OPEN},"pbkdf2-sha256":{from:`Django, Keycloak°, ForgeRock°, ASP.NET°, FusionAuth°, PHC°, TYPO3°, Spring°, 389 Directory Server°, Neos°, Java°, declared`,support:`open`,id:`PBKDF2`,open:PBKDF2_OPEN},"hmac-sha256":{from:`Auth0, Kratos°, declared`,support:`open`,id:`HMAC-SHA-256`,open:HMAC_OPEN},"pbkdf2-md5":{from:`PHC°, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"pbkdf2-sha1":{from:`SAP CDC°, ASP.NET version 2°, Django, Keycloak°, Liferay°, Spring°, SAP Commerce°, Atlassian°, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"pbkdf2-sha384":{from:`PHC°, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"pbkdf2-sha512":{from:`Keycloak°, ASP.NET°, Auth0°, Django, Symfony, Java°, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"hmac-md5":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"hmac-sha1":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"hmac-sha384":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"hmac-sha512":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"md5-salted":{from:`\`{SMD5}\`°, ${SALTED}`,support:`configurable`,id:null,open:SALTED_OPEN},"sha1-salted":{from:`\`{SSHA}\`°, ${SALTED}`,support:`configurable`,id:null,open:SALTED_OPEN},"sha256-salted":{from:`\`{SSHA256}\`°, ${SALTED}`,support:`configurable`,id:null,open:SALTED_OPEN},"sha384-salted":{from:"`{SSHA384}`°, Kratos°, declared",support:`configurable`,id:null,open:SALTED_OPEN},"sha512-salted":{from:"`{SSHA512}`°, Kratos°, SAP CDC, OXID, declared",support:`configurable`,id:null,open:SALTED_OPEN},md5:{from:"`{MD5}`, Shopware, Akamai, declared",support:`verifier`,id:null,open:null},sha384:{from:"`{SHA384}`, `{SHA-384}`, declared",support:`verifier`,id:null,open:null},sha512:{from:"`{SHA512}`, `{SHA-512}`, declared",support:`verifier`,id:null,open:null},md2:{from:"`{MD2}` (Liferay)",support:`verifier`,id:null,open:null},"md2-salted":{from:`declared`,support:`verifier`,id:null,open:null},md4:{from:"`{MD4}` (Spring), declared",support:`verifier`,id:null,open:null},"md4-salted":{from:"`{MD4}{salt}` (Spring), declared",support:`verifier`,id:null,open:null},"peppered-digest":{from:"SAP Commerce, PrestaShop, declared with a `secret`",support:`verifier`,id:null,open:null},"iterated-digest":{from:"Spring `{sha256}`, Symfony, AEM, `{x-issha, n}`",support:`verifier`,id:null,open:null},"digest-chain":{from:"WoltLab `wcf1:`, vBulletin",support:`verifier`,id:null,open:null},"self-hmac":{from:`Umbraco`,support:`verifier`,id:null,open:null},"bcrypt-wordpress":{from:"`$wp$2y$` (WordPress 6.8 and later)",support:`verifier`,id:null,open:null},"bcrypt-django-sha256":{from:"`bcrypt_sha256$` (Django)",support:`verifier`,id:null,open:null},"bcrypt-md5-hex":{from:`declared`,support:`verifier`,id:null,open:null},"bcrypt-sha1-hex":{from:`declared`,support:`verifier`,id:null,open:null},"bcrypt-sha256-hex":{from:`declared`,support:`verifier`,id:null,open:null},"bcrypt-sha512-hex":{from:`declared`,support:`verifier`,id:null,open:null},"bcrypt-sha384-base64":{from:"`$2y$` of TYPO3",support:`verifier`,id:null,open:null},"bcrypt-long-sha512":{from:`declared (Symfony, Contao)`,support:`verifier`,id:null,open:null},"bcrypt-hmac-sha256":{from:"declared with a `secret` (modified eCommerce)",support:`verifier`,id:null,open:null},"bcrypt-pepper":{from:"declared with a `secret` (Devise)",support:`verifier`,id:null,open:null},"bcrypt-double":{from:"`wcf2:`, `$2a$` of WoltLab",support:`verifier`,id:null,open:null},scrypt:{from:"`$scrypt$`, Django, Auth0, Spring, better-auth",support:`verifier`,id:null,open:null},"firebase-scrypt":{from:"Firebase, `$firescrypt$`, `$f_scrypt$`",support:`verifier`,id:null,open:null},phpass:{from:"`$P$`, `$H$` (WordPress before 6.8, phpBB)",support:`verifier`,id:null,open:null},"phpass-sha1":{from:"`$Q$` (modified eCommerce)",support:`verifier`,id:null,open:null},"phpass-sha512":{from:"`$S$` (Drupal 7 to 10.0)",support:`verifier`,id:null,open:null},"upgraded-md5":{from:"`M$P$` (TYPO3), `U$S$`, `U$P$` (Drupal)",support:`verifier`,id:null,open:null},jtl:{from:`40 hexadecimal digits of JTL-Shop`,support:`verifier`,id:null,open:null},"md5-crypt":{from:"`$1$`",support:`verifier`,id:null,open:null},"sha256-crypt":{from:"`$5$`",support:`verifier`,id:null,open:null},"sha512-crypt":{from:"`$6$`",support:`verifier`,id:null,open:null},"des-crypt":{from:"`{CRYPT}` and `{UFC-CRYPT}` with 13 characters",support:`verifier`,id:null,open:null},"shopware-sha256":{from:"`iterations:salt:hash` (Shopware 5)",support:`verifier`,id:null,open:null},"magento-chain":{from:"`hash:salt:1:3_…` (upgraded hashes of Magento)",support:`verifier`,id:null,open:null}};
function isAlgorithmName(name){
return Object.hasOwn(ALGORITHMS,name)}}),64048:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$3:()=>describeAlgorithm});
var _algorithm_table_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(96749);
const FIRST_LOGIN={native:`cidaas checks the password itself, then stores a hash of its own.`,configured:`cidaas checks the password itself as the tenant is set up, then stores a hash of its own.`,custom:`cidaas sends the password and the packed hash to your verifier. If it confirms the password, cidaas stores a hash of its own. The verifier must be available until every user has logged in.`};
function describeAlgorithm({algorithm,route,info}){
const sureness=surenessOf(algorithm,route);
return{algorithm,sentAs:info.algorithmTypeId,firstLogin:FIRST_LOGIN[route],sureness}}
function surenessOf(algorithm,route){
const{open}=_algorithm_table_js__WEBPACK_IMPORTED_MODULE_0__.T[algorithm];
if(route===`custom`)return`As reliable as your verifier: try one user of each algorithm before the import.`;
if(route===`configured`)return`As configured in the mapping: log in as one such user before the import.`;
if(open===null)return`Documented by cidaas.`;
return`Documented, but cidaas does not say ${open}: log in as one such user before the import.`}}),49194:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{x:()=>readHashInfo});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(11109);
var _recognise_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(21661);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(69302);
function readHashInfo({algorithmTypeId:id,passwordHash,hData}){
const upper=id.toUpperCase();
if(upper.startsWith(`CUSTOM`))return textReading(passwordHash,null);
const bcrypt=/^BCRYPT_(\d+)$/.exec(upper);
if(bcrypt!==null)return textReading(passwordHash,({kind,...hash})=>kind===`bcrypt`&&`cost`in hash&&hash.cost===Number(bcrypt[1]));
if(upper.startsWith(`ARGON`))return textReading(passwordHash,({kind})=>kind===`argon2`);
const named=digestIn(upper);
if(upper.startsWith(`PBKDF2`))return pbkdf2Readings(passwordHash,hData,named);
if(upper.startsWith(`HMAC`))return hmacReadings(passwordHash,hData?.salt,named);
return named===null?[]:digestReadings(passwordHash,hData?.salt,named)}
function textReading(text,fits){
const recognised=(0,_recognise_js__WEBPACK_IMPORTED_MODULE_2__.A)(text);
if(recognised.kind!==`hash`||fits?.(recognised.hash)===false)return[];
return[{hash:recognised.hash,assumed:null}]}
function digestIn(id){
const name=/(MD5|SHA-?1|SHA-?256|SHA-?384|SHA-?512)$/.exec(id.replaceAll(`_`,`-`))?.[1];
switch(name?.replace(`-`,``)){case`MD5`:return`md5`;case`SHA1`:return`sha1`;case`SHA256`:return`sha256`;case`SHA384`:return`sha384`;case`SHA512`:return`sha512`;default:return null}}
function pbkdf2Readings(text,hData,named){
const iterations=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(hData?.iterations,1,999999999);
const keylen=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_3__.r)(hData?.keylen,1,4096);
const key=keylen===null?null:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.Td)(text,keylen);
const salt=hData?.salt;
if(iterations===null||key===null||salt===undefined)return[];
const digests=named===null?[`sha256`,`sha1`,`sha512`]:[named];
return digests.map(digest=>({hash:{kind:`pbkdf2`,digest,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(salt),key},assumed:named===null?`the tenant's PBKDF2 uses ${digest.toUpperCase().replace(`SHA`,`SHA-`)}`:null}))}
function hmacReadings(text,salt,digest){
if(digest===null||salt===undefined)return[];
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.Td)(text,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[digest]);
if(value===null)return[];
return[{hash:{kind:`hmac`,digest,key:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(salt),encoding:`utf8`,value},assumed:`the tenant takes the salt as the key of the HMAC`}]}
function digestReadings(text,salt,digest){
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.w8)(text);
if(value?.length!==_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.x4[digest])return[];
if(salt===undefined||salt===``)return[{hash:{kind:`digest`,digest,position:`none`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.Eg)(),encoding:`utf8`,value},assumed:null}];
return[`prefix`,`suffix`].map(position=>({hash:{kind:`digest`,digest,position,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_1__.MK)(salt),encoding:`utf8`,value},assumed:`the tenant puts the salt ${position===`prefix`?`before`:`after`} the password`}))}}),64697:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>unsupportedFormOf,E:()=>nativeInfo});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _pack_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(54016);
const MAX_BCRYPT_COST=20;
function unsupportedFormOf(hash){
switch(hash.kind){case`bcrypt`:return hash.cost>MAX_BCRYPT_COST?`cost`:null;case`pbkdf2`:if(hash.secret!==undefined)return`secret`;return hash.salt.text===null?`byte-salt`:null;case`digest`:if(hash.encoding!==`utf8`)return`encoding`;return hash.position!==`none`&&hash.salt.text===null?`byte-salt`:null;case`hmac`:if(hash.secret!==undefined)return`secret`;if(hash.encoding!==`utf8`)return`encoding`;return hash.key.text===null?`byte-salt`:null;case`argon2`:case`prehashed-bcrypt`:case`scrypt`:case`firebase-scrypt`:case`peppered-digest`:case`iterated-digest`:case`digest-chain`:case`self-hmac`:case`upgraded-md5`:case`jtl`:case`phpass`:case`unix-crypt`:case`shopware-sha256`:case`magento-chain`:return null}}
function nativeInfo(hash,id){
if(id===null||unsupportedFormOf(hash)!==null)return null;
switch(hash.kind){case`bcrypt`:{
const passwordHash=hash.variant===`2y`?`$2b${hash.text.slice(3)}`:hash.text;
return{algorithmTypeId:id.replace(/_n$/,`_${hash.cost}`),passwordHash}}case`argon2`:return{algorithmTypeId:id,passwordHash:(0,_pack_js__WEBPACK_IMPORTED_MODULE_1__.B)(hash)};case`pbkdf2`:{
const{key,iterations}=hash;
const hData={salt:hash.salt.text??``,iterations:String(iterations),keylen:String(key.length)};
return{algorithmTypeId:id,passwordHash:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.ju)(key),hData}}case`digest`:{
const passwordHash=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(hash.value);
if(hash.position===`none`)return{algorithmTypeId:id,passwordHash};
return{algorithmTypeId:id,passwordHash,hData:{salt:hash.salt.text??``}}}case`hmac`:return{algorithmTypeId:id,passwordHash:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(hash.value),hData:{salt:hash.key.text??``}};case`prehashed-bcrypt`:case`scrypt`:case`firebase-scrypt`:case`peppered-digest`:case`iterated-digest`:case`digest-chain`:case`self-hmac`:case`upgraded-md5`:case`jtl`:case`phpass`:case`unix-crypt`:case`shopware-sha256`:case`magento-chain`:return null}}}),54016:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>argon2Phc,W:()=>packHash});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(64713);
var _magento_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(74314);
function packHash(hash){
switch(hash.kind){case`bcrypt`:case`prehashed-bcrypt`:case`phpass`:return hash.text;case`upgraded-md5`:return`${hash.mark}${packHash(hash.inner)}`;case`jtl`:return join(`jtl`,`v=1`,NOTHING,Buffer.from(hash.text,`hex`));case`unix-crypt`:return hash.variant===`des`?`{CRYPT}${hash.text}`:hash.text;case`argon2`:return argon2Phc(hash);case`pbkdf2`:return join(`pbkdf2-${hash.digest}`,`i=${hash.iterations},l=${hash.key.length}${secretSetting(hash.secret)}`,hash.salt.bytes,hash.key);case`scrypt`:return join(`scrypt`,`${scryptWork(hash.cost,hash.blockSize,hash.parallelism)}${hash.normalization===undefined?``:`,pw=nfkc`}`,hash.salt.bytes,hash.key);case`firebase-scrypt`:return`${join(`firescrypt`,scryptWork(hash.cost,hash.blockSize,1),hash.salt,hash.value)}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.hd)(hash.separator)}`;case`digest`:return join(`digest-${hash.digest}`,`salt=${hash.position},pw=${hash.encoding}`,hash.position===`none`?NOTHING:hash.salt.bytes,hash.value);case`peppered-digest`:{
const settings=`secret=${hash.secret},at=${hash.position},pw=${hash.encoding}`;
return`$peppered-${hash.digest}$${settings}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.hd)(hash.before)}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.hd)(hash.after)}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.hd)(hash.value)}`}case`iterated-digest`:{
const settings=`i=${hash.rounds},salt=${hash.position},round=${hash.roundInput},pw=${hash.encoding}`;
const secret=secretSetting(hash.secret??undefined);
return join(`iterated-${hash.digest}`,`${settings}${secret}`,hash.salt,hash.value)}case`digest-chain`:return join(`chain-${hash.digest}`,`v=${hash.steps.join(`:`)}`,Buffer.from(hash.salt),hash.value);case`hmac`:return join(`hmac-${hash.digest}`,`pw=${hash.encoding}${secretSetting(hash.secret)}`,hash.key.bytes,hash.value);case`self-hmac`:return join(`selfhmac-${hash.digest}`,`pw=${hash.encoding}`,NOTHING,hash.value);case`shopware-sha256`:return join(`shopware-sha256`,`i=${hash.iterations}`,Buffer.from(hash.salt),hash.value);case`magento-chain`:return join(`magento`,`v=${hash.steps.map(_magento_text_js__WEBPACK_IMPORTED_MODULE_1__.Ek).join(`:`)}`,Buffer.from(hash.salt),hash.value)}}
const NOTHING=new Uint8Array;
function secretSetting(name){
return name===undefined?``:`,secret=${name}`}
function argon2Phc(hash){
const{variant,version,memory,passes,parallelism}=hash;
const work=`v=${version}$m=${memory},t=${passes},p=${parallelism}`;
return join(variant,work,hash.salt,hash.key)}
function scryptWork(cost,blockSize,parallelism){
return`ln=${Math.log2(cost)},r=${blockSize},p=${parallelism}`}
function join(name,parameters,salt,value){
return`$${name}$${parameters}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.hd)(salt)}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_0__.hd)(value)}`}}),39191:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{K:()=>decideChunk});
var _mapping_compile_overruns_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(76218);
var _decide_row_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(32914);
var _plan_counts_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(20114);
async function decideChunk(records,rules){
const{mapper,breathe}=rules;
const counts=new _plan_counts_js__WEBPACK_IMPORTED_MODULE_2__.o(rules.countDeclaredHashes);
const rows=[];
const unwatched=[];
let bodies=``;
const decision=()=>({...{rows,bodies,unwatched,counted:counts.counted()},...{sightings:mapper.takeSightings(),overruns:rules.takeOverruns()}});
try{
if(mapper.prepare!==null)await mapper.prepare(records);
for(const record of records){
const pause=breathe();
if(pause!==undefined)await pause;
const mapped=mapper(record);
if(mapped.kind!==`user`&&mapped.unwatched)unwatched.push(rows.length);
const{body,...row}=(0,_decide_row_js__WEBPACK_IMPORTED_MODULE_1__.d)(record,mapped,rules,counts);
if(body!==undefined)bodies+=`${body}\n`;
rows.push(row)}}catch(error){
const ended=decision();
if(ended.overruns.length>_mapping_compile_overruns_js__WEBPACK_IMPORTED_MODULE_0__.q)return ended;
throw error}
return decision()}}),32914:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{d:()=>decideRow});
var identifiers=__webpack_require__(28627);
var identity_keys=__webpack_require__(70106);
var invisible=__webpack_require__(35880);
var is_object=__webpack_require__(60675);
var problem_codes=__webpack_require__(22278);
;
function cleanUser(user){
const removed=[];
return{user:cleanIdentity(user,``,removed),removed}}
function cleanIdentity(identity,prefix,removed){
return mapFields(identity,(value,key)=>{
const field=prefix+key;
if(typeof value===`string`){
const clean=identifiers.fW.has(key)?(0,invisible.gr)(value):(0,invisible.OT)(value);
return counted(value,clean,field,removed)}
if((key===`address`||key===`customFields`)&&(0,is_object.G)(value))return cleanTexts(value,field,removed);
if(key===`groups`&&Array.isArray(value))return mapItems(value,cleanGroup);
if(key!==`identities`||!Array.isArray(value))return value;
return mapItems(value,(entry,index)=>(0,is_object.G)(entry)?cleanIdentity(entry,`identities[${index}].`,removed):entry)})}
function cleanGroup(group){
if(!(0,is_object.G)(group)||typeof group.sub!==`string`)return group;
const sub=(0,invisible.gr)(group.sub);
return sub===group.sub?group:{...group,sub}}
function cleanTexts(value,field,removed){
if(typeof value===`string`)return counted(value,(0,invisible.OT)(value,true),field,removed);
if(Array.isArray(value))return mapItems(value,item=>cleanTexts(item,field,removed));
if(!(0,is_object.G)(value))return value;
const clean=mapFields(value,(inner,key)=>cleanTexts(inner,field.includes(`.`)?field:`${field}.${key}`,removed));
return clean!==value&&Object.keys(clean).length===0?undefined:clean}
function counted(text,clean,field,removed){
if(clean===text)return text;
if(clean!==text.normalize(`NFC`))removed.push(problemOf(field));
return clean===``?undefined:clean}
function problemOf(field){
const message=`${field} contained invisible characters or unusual spaces, which were removed or replaced by ordinary spaces.`;
return{code:`text.invisible`,field,message,hint:problem_codes.z[`text.invisible`].hint}}
function mapFields(fields,map){
let copy=null;
for(const key in fields){
const value=fields[key];
const made=map(value,key);
if(made===value)continue;
copy??={...fields};
if(made===undefined)delete copy[key];else copy[key]=made}
return copy??fields}
function mapItems(items,map){
const made=items.map(map);
return made.some((item,index)=>item!==items[index])?made.filter(item=>item!==undefined):items}
;
function decideRow(record,mapped,{validate,severities,fingerprint},counts){
const{row,file,line}=record;
switch(mapped.kind){case`skipped`:{
const reason={code:`skipped`,field:null,message:mapped.reason,hint:``};
return{row,file,line,outcome:`skipped`,reason,identifiers:mapped.identifiers}}case`invalid`:return invalid(record,mapped.problems,mapped.identifiers);case`user`:{
const{user,removed}=cleanUser(mapped.user);
const found=validate(user);
const missingSub=(0,identity_keys.wd)(user)===undefined?severities?.get(`sub.missing`)??`warn`:`off`;
const removal=severities?.get(`text.invisible`)??`warn`;
const errors=[...found.errors,...missingSub===`error`?[SUB_MISSING]:[],...removal===`error`?removed:[]];
if(errors.length>0)return invalid(record,errors,(0,identifiers.Sd)(user));
const keys=(0,identity_keys.NZ)(user);
const places=removal===`warn`?[...mapped.warnings,...removed]:mapped.warnings;
const warnings=[...places,...found.warnings,...missingSub===`warn`?[SUB_MISSING]:[]];
const{password,status}=mapped;
counts?.add({user,record,password,status,places,warnings});
const body=JSON.stringify(user);
const stored={body,fingerprint:fingerprint?.(body)??null,keys:keys.map(identity_keys.aE),identifiers:(0,identifiers.Sd)(user)};
return{row,file,line,outcome:`planned`,status:user.userStatus??`VERIFIED`,warnings,...stored}}}}
const SUB_MISSING={code:`sub.missing`,field:`sub`,message:problem_codes.z[`sub.missing`].meaning,hint:problem_codes.z[`sub.missing`].hint};
function invalid({row,file,line},problems,identifiers){
const[first,...others]=problems;
if(first===undefined)throw new Error(`row ${row} is invalid without a problem`);
const also=[...new Set(others.map(({code,field})=>field===null?code:`${field}: ${code}`))].join(`, `);
const reason=also===``?first:{...first,message:`${first.message} Also: ${also}.`};
return{row,file,line,outcome:`invalid`,reason,identifiers}}}),26966:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Z:()=>ListPages});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
const MAX_TOTAL_DRIFT=.05;
class ListPages{
#files;
#groups=new Map;
constructor(files){
this.#files=files}
add=page=>{
const{file,rows,total,atLeast,offset,pages,more,limit}=page;
const key=JSON.stringify([file,total,atLeast,offset,pages,more,limit]);
const{rows:before=0,documents=0}=this.#groups.get(key)??{};
this.#groups.set(key,{...page,rows:before+rows,documents:documents+1})};
missing(rows){
const all=[...this.#groups.values()];
const pages=all.filter(({file})=>!this.#isRepeated(file));
const held=rows-sum(all)+sum(pages);
const says=(page,{key},what)=>`${this.#files[page.file]?.name} says that ${what} (${key})`;
const[cut]=pages.filter(({limit})=>limit!==null);
if(cut!==undefined)return`${this.#files[cut.file]?.name} says that the server stopped before the end of the list (${cut.limit})`;
const short=shortList(pages,held);
if(short!==null){
const{page,total,rows:found}=short;
return`${says(page,total,`the list has ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(total.value,`user`)}`)}, but the export holds ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(found)}`}
for(const page of pages){
const{atLeast,offset}=page;
if(atLeast!==null&&atLeast.value>held)return`${says(page,atLeast,`the list has ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(atLeast.value,`user`)}`)}, but the export holds ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(held)}`;
if(offset!==null&&offset.value>0&&offset.value>=held)return`${says(page,offset,`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(offset.value,`user`)} precede its first one`)}, but the export does not hold them`}
const open=pages.filter(({total})=>total===null);
const last=open.at(-1);
if(last?.more?.value===true&&open.every(({more})=>more?.value===true))return`${says(last,last.more,`more users follow`)}, and no file has the end of the list`;
const documents=pages.reduce((total,group)=>total+group.documents,0);
const[most]=open.toSorted((a,b)=>(b.pages?.value??0)-(a.pages?.value??0));
if(most?.pages!=null&&most.pages.value>documents)return`${says(most,most.pages,`the list has ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(most.pages.value,`page`)}`)}, but the export holds ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(documents)}`;
return null}
#isRepeated(file){
const sha256=this.#files[file]?.sha256;
return this.#files.findIndex(each=>each.sha256===sha256)<file}}
function shortList(pages,held){
const counted=pages.flatMap(page=>page.total===null?[]:[{page,total:page.total,rows:page.rows}]);
const others=held-sum(counted);
let open=counted.filter(({rows,total})=>rows<total.value).sort((a,b)=>b.total.value-a.total.value);
for(let[first]=open;first!==undefined;[first]=open){
const lowest=first.total.value*(1-MAX_TOTAL_DRIFT);
const list=open.filter(({total})=>total.value>=lowest);
const least=list.at(-1)??first;
const rows=sum(list)+others;
if(rows<least.total.value)return{...least,rows};
open=open.filter(each=>!list.includes(each))}
return null}
function sum(pages){
return pages.reduce((total,{rows})=>total+rows,0)}}),65678:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Wx:()=>knownUserUpdate,aV:()=>userTexts,us:()=>CREATE_ONLY});
const CREATE_ONLY=[`userStatus`,`consents`,`roles`,`groups`,`createdTime`,`lastLoggedInTime`];
function userTexts(user,createOnly){
const{password_hash_info:password,...rest}=user;
return{content:JSON.stringify(without(rest,createOnly)),password:password===undefined?null:JSON.stringify(password)}}
function knownUserUpdate(user,createOnly,passwordChanged){
const{password_hash_info:password,...rest}=user;
const update=without(rest,createOnly);
return passwordChanged&&password!==undefined?{...update,password_hash_info:password}:update}
function without(user,paths){
return paths.reduce((rest,path)=>withoutPath(rest,path.split(`.`)),{...user})}
function withoutPath(object,[key=``,...inner]){
if(!(key in object))return object;
const{[key]:value,...rest}=object;
if(inner.length===0)return rest;
if(typeof value!==`object`||value===null||Array.isArray(value))return object;
const left=withoutPath(value,inner);
return Object.keys(left).length===0?rest:{...object,[key]:left}}}),83018:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{h:()=>leftOutSentence,m:()=>LeftOutValues});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
const MAX_PLACES=500;
const MAX_FIRST_ROWS=5;
const BY_PLACE=/^(?:value\..+|phone\.assumed-country|text\.invisible)$/;
class LeftOutValues{
#places=new Map;
add(row,warnings){
for(const problem of warnings)if(BY_PLACE.test(problem.code))this.#count(problem,1,[row])}
addAll(counted){
for(const{code,message,hint,rows,first}of counted)this.#count({code,field:null,message,hint},rows,first)}
counted(){
return[...this.#places.values()].map(({problem:{code,message,hint},rows,first})=>({...{code,message,hint,rows,first}}))}
list(){
return this.counted().sort((a,b)=>b.rows-a.rows||(a.message<b.message?-1:1))}
#count(problem,rows,first){
const place=this.#places.get(problem.message)??{problem,rows:0,first:[]};
if(place.rows===0&&this.#places.size<MAX_PLACES)this.#places.set(problem.message,place);
place.rows+=rows;
for(const row of first)if(place.first.length<MAX_FIRST_ROWS)place.first.push(row)}}
function leftOutSentence({code,message,rows,first}){
const which=first.length===rows?first.join(`, `):`${first.join(`, `)} …`;
return`${code}: ${message} ${rows===1?`Row`:`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(rows)} rows:`} ${which}.`}}),43203:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{H:()=>passwordSentence,W:()=>PasswordCounts});
var _password_algorithm_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(53660);
var _password_describe_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64048);
var _password_hash_info_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(49194);
class PasswordCounts{
#ways=new Map;
#declared=new Map;
addAll({ways,declared}){
for(const{sent,users}of ways)this.add(sent,users);
for(const{info,users}of declared)this.addDeclared(info,users)}
counted(){
return{ways:[...this.#ways.values()],declared:[...this.#declared.values()]}}
add(sent,users=1){
const key=`${sent.algorithm} ${sent.route} ${sent.info.algorithmTypeId} ${sent.isSystemForm??false} ${sent.isOnlyDeclared??false}`;
const way=this.#ways.get(key);
if(way===undefined)this.#ways.set(key,{sent,users});else way.users+=users}
addDeclared(info,users=1){
const way=this.#declared.get(info.algorithmTypeId);
if(way===undefined)this.#declared.set(info.algorithmTypeId,{info,users});else way.users+=users}
list(){
const ways=[...this.#ways.values(),...[...this.#declared.values()].flatMap(named)];
const counts=ways.map(({sent,users})=>{
const needsProof=sent.isOnlyDeclared??(sent.route!==`custom`&&!sent.isSystemForm);
return{...(0,_password_describe_js__WEBPACK_IMPORTED_MODULE_1__.$3)(sent),users,...needsProof&&{unproven:true}}});
return counts.sort((a,b)=>b.users-a.users||(a.sentAs<b.sentAs?-1:1))}}
function named({info,users}){
const[reading]=(0,_password_hash_info_js__WEBPACK_IMPORTED_MODULE_2__.x)(info);
if(reading===undefined)return[];
const route=info.algorithmTypeId.startsWith(`CUSTOM`)?`custom`:`native`;
return[{sent:{kind:`sent`,algorithm:(0,_password_algorithm_js__WEBPACK_IMPORTED_MODULE_0__.H)(reading.hash),route,info},users}]}
function passwordSentence({users,algorithm,sentAs,firstLogin,sureness}){
return`Passwords of ${users} ${users===1?`user`:`users`}: ${algorithm}, sent as ${sentAs}. ${firstLogin} ${sureness}`}}),20114:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{o:()=>PlanCounts});
var is_object=__webpack_require__(60675);
;
const MAX_NAMES=500;
const LISTS=[`fields`,`statuses`,`passwords`,`groups`,`roles`,`consents`];
class Arrivals{
#names={fields:new NameCounts,statuses:new NameCounts,passwords:new NameCounts,groups:new NameCounts,roles:new NameCounts,consents:new NameCounts};
#users=0;
add(user){
this.#count(user,1)}
remove(user){
this.#count(user,-1)}
addAll(counted){
this.#users+=counted.users;
for(const list of LISTS)for(const[prefix,name,users]of counted[list])this.#names[list].add(name,users,prefix)}
counted(){
return this.#ofEach(names=>names.counted())}
list(){
return this.#ofEach(names=>names.list())}
#ofEach(of){
const{fields,statuses,passwords,groups,roles,consents}=this.#names;
return{users:this.#users,...{fields:of(fields),statuses:of(statuses),passwords:of(passwords)},...{groups:of(groups),roles:of(roles),consents:of(consents)}}}
#count(user,by){
const{fields,statuses,passwords,groups,roles,consents}=this.#names;
this.#users+=by;
countFields(user,``,fields,by);
statuses.add(user.userStatus??`VERIFIED`,by);
passwords.add(user.password_hash_info?.algorithmTypeId??`none`,by);
if(user.groups)groups.addEach(user.groups.map(({groupId})=>groupId),by);
if(user.roles)roles.addEach(user.roles,by);
if(user.consents)consents.addEach(user.consents.map(({fieldKey})=>fieldKey),by)}}
const NESTED=new Set([`address`,`customFields`]);
function countFields(object,prefix,counts,by){
for(const key in object){
const value=object[key];
if(typeof value===`string`){
if(value!==``)counts.add(key,by,prefix)}else if(key===`identities`&&Array.isArray(value))countIdentities(value,counts,by);else if(NESTED.has(key)&&(0,is_object.G)(value))countFields(value,`${prefix}${key}.`,counts,by);else if(isFilled(value))counts.add(key,by,prefix)}}
function countIdentities(identities,counts,by){
const found=new NameCounts;
for(const identity of identities)countFields(identity,`identities.`,found,1);
counts.addEach(found.list().map(({name})=>name),by)}
function isFilled(value){
return value!==undefined&&value!==null&&value!==``&&!(Array.isArray(value)&&value.length===0)}
class NameCounts{
#users=new Map;
#size=0;
addEach(names,by){
for(const name of new Set(names))this.add(name,by)}
add(name,by,prefix=``){
const users=this.#users.get(prefix)??new Map;
const known=users.get(name);
if(known===undefined){
if(this.#size>=MAX_NAMES)return;
this.#size+=1;
this.#users.set(prefix,users)}
users.set(name,(known??0)+by)}
counted(){
return[...this.#users].flatMap(([prefix,names])=>[...names].map(([name,users])=>[prefix,name,users]))}
list(){
const shares=this.counted().flatMap(([prefix,name,users])=>users>0?[{name:prefix+name,users}]:[]);
return shares.sort((a,b)=>b.users-a.users||(a.name<b.name?-1:1))}}
var left_out_values=__webpack_require__(83018);
var password_counts=__webpack_require__(43203);
var row_warnings=__webpack_require__(9297);
var status_counts=__webpack_require__(33250);
;
class PlanCounts{
warnings=new row_warnings.s;
passwords=new password_counts.W;
statuses=new status_counts.n;
leftOut=new left_out_values.m;
arrivals=new Arrivals;
#countDeclaredHashes;
constructor(countDeclaredHashes=false){
this.#countDeclaredHashes=countDeclaredHashes}
add({user,record,password,status,places,warnings}){
if(password!==null)this.passwords.add(password);else if(this.#countDeclaredHashes&&user.password_hash_info)this.passwords.addDeclared(user.password_hash_info);
this.statuses.add(status);
this.leftOut.add(record.row,places);
this.warnings.add(record,warnings);
this.arrivals.add(user)}
addAll({warnings,passwords,statuses,leftOut,arrivals}){
this.warnings.addAll(warnings);
this.passwords.addAll(passwords);
this.statuses.addAll(statuses);
this.leftOut.addAll(leftOut);
this.arrivals.addAll(arrivals)}
counted(){
const{warnings,passwords,statuses,leftOut,arrivals}=this;
return{warnings:warnings.counted(),passwords:passwords.counted(),statuses:statuses.list(),leftOut:leftOut.counted(),arrivals:arrivals.counted()}}}}),9297:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>MAX_FIRST_ROWS,s:()=>RowWarnings});
const MAX_FIRST_ROWS=20;
class RowWarnings{
#codes=new Map;
add({row,file,line},warnings){
if(warnings.length===0)return;
const seen=new Set;
for(const{code,field}of warnings){
if(seen.has(code))continue;
seen.add(code);
this.#count({code,rows:1,first:[{row,file,line,field}]})}}
addAll(counted){
for(const each of counted)this.#count(each)}
counted(){
return[...this.#codes].map(([code,{rows,first}])=>({code,rows,first}))}
#count({code,rows,first}){
const known=this.#codes.get(code)??{rows:0,first:[]};
this.#codes.set(code,known);
known.rows+=rows;
for(const each of first)if(known.first.length<MAX_FIRST_ROWS)known.first.push(each)}
counts(){
return Object.fromEntries([...this.#codes].map(([code,{rows}])=>[code,rows]))}
first(fileNames){
const named=({row,file,line,field})=>({row,file:fileNames[file]??``,line,field});
return Object.fromEntries([...this.#codes].map(([code,{first}])=>[code,first.map(named)]))}}}),33250:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A:()=>statusSentence,n:()=>StatusCounts});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
class StatusCounts{
#users=new Map;
addAll(counted){
for(const each of counted)this.add(each,each.users)}
add({status,reason},users=1){
const reasons=this.#users.get(status)??new Map;
this.#users.set(status,reasons);
reasons.set(reason,(reasons.get(reason)??0)+users)}
list(){
const counts=[...this.#users].flatMap(([status,reasons])=>[...reasons].map(([reason,users])=>({status,reason,users})));
return counts.sort((a,b)=>compare(b.status,a.status)||b.users-a.users||compare(a.reason,b.reason))}}
function statusSentence(counts){
const totals=new Map;
for(const{status,users}of counts)totals.set(status,(totals.get(status)??0)+users);
return`Status of the users: ${[...totals].map(([status,users])=>`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(users)} ${status}`).join(` · `)}`}
function compare(a,b){
return a<b?-1:Number(a>b)}}),37972:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>createOnlyOf});
var _plan_known_user_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(65678);
function createOnlyOf(mapping){
return mapping?.createOnly??_plan_known_user_js__WEBPACK_IMPORTED_MODULE_0__.us}}),73622:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{j:()=>countUnmatched,G:()=>loadJoins});
var joins=__webpack_require__(72217);
var record_limit=__webpack_require__(36761);
var breath=__webpack_require__(86704);
var input_error=__webpack_require__(30199);
var incomplete_export=__webpack_require__(26966);
;
const MAX_PROBLEMS=20;
async function loadJoin(join,opened,store,{signal,...times}){
const{files}=opened;
const readers=await Promise.all(files.map(({columns})=>(0,joins.W)(join,columns,times)));
store.begin(join.name,columnsOf(files));
const broken=[];
const pages=new incomplete_export.Z(files);
const breathe=(0,breath.Z)(signal);
let count=0;
for await(const chunk of opened.records(pages.add)){
signal.throwIfAborted();
count+=chunk.length;
const rows=[];
for(const record of chunk){
const pause=breathe();
if(pause!==undefined)await pause;
rows.push(...rowOf(record,readers,files,broken))}
store.add(join.name,rows)}
if(broken.length>0)throw new input_error.d(limitProblems(broken));
const repeatedKeys=store.finish(join.name,join.many);
const placeOf=({file,line})=>`${files[file]?.name}:${line}`;
const problems=repeatedKeys.map(({first,second})=>`${placeOf(second)}: join ${join.name}: this record has the same key as ${placeOf(first)}. Remove one of them, or set many: true.`);
if(problems.length>0)throw new input_error.d(limitProblems(problems));
return pages.missing(count)}
function rowOf({file,line,body},readers,files,broken){
if(body.kind===`broken`){
broken.push(`${files[file]?.name}:${line}: ${body.problem.message} ${body.problem.hint}`);
return[]}
const reader=readers[file];
if(reader===undefined)return[];
try{
return[{key:reader.keyOf(body)??``,file,line,body:JSON.stringify(reader.toObject(body))}]}catch(error){
if(!(error instanceof record_limit.f))throw error;
broken.push(`${files[file]?.name}:${line}: ${error.problem.message} ${error.problem.hint}`);
return[]}}
function columnsOf(files){
const all=files.map(({columns})=>columns);
return all.includes(null)?null:[...new Set(all.flatMap(columns=>columns??[]))]}
function limitProblems(problems){
const more=problems.length-MAX_PROBLEMS;
return more>0?[...problems.slice(0,MAX_PROBLEMS),`… and ${more} more of these problems.`]:[...problems]}
var log_lines=__webpack_require__(64302);
var number_text=__webpack_require__(95064);
;
async function loadJoins(ports,mapping,overruns){
if(mapping===null||mapping.joins.length===0)return{store:null,files:[],incomplete:[]};
const store=ports.joinStore(ports.ledger);
const within={now:ports.clock.wallNow(),overruns,signal:ports.stop};
const opened=await(0,input_error.o)(mapping.joins.map(async join=>({join,exported:await ports.openJoin(join)})));
const files=[];
const incomplete=[];
for(const{join,exported}of opened){
for(const file of exported.files)ports.log.info(`${(0,log_lines.R)(file)}, joined as ${join.name}`);
const missing=await loadJoin(join,exported,store,within);
if(missing!==null)incomplete.push(missing);
files.push(...exported.files)}
return{store,files,incomplete}}
function countUnmatched(mapping,{store},log){
const code=`join.unmatched`;
const severity=mapping?.severities.get(code)?.severity??`warn`;
if(store===null||mapping===null||severity===`off`)return{};
const unmatched=mapping.joins.flatMap(({name,files})=>{
const count=store.unmatched(name);
return count===0?[]:[{count,files:files.join(`, `),name}]});
const sentences=unmatched.map(({count,files,name})=>`join ${name}: ${(0,number_text.hS)(count,`record`)} of ${files} matched no record of the export.`);
if(severity===`error`&&unmatched.length>0)throw new input_error.d(sentences);
for(const sentence of sentences)log.warning(sentence);
const total=unmatched.reduce((sum,{count})=>sum+count,0);
return total===0?{}:{[code]:total}}}),29641:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Rl:()=>suggestLayout,mT:()=>suggestPreset,sY:()=>suggestDelimiter});
var _mapping_presets_preset_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(74174);
var _mapping_presets_preset_name_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(37248);
var _mapping_presets_recognise_preset_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(41718);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
const MAX_COMPARED_KEYS=1e3;
async function suggestPreset(exported,log){
const[file]=exported.files;
if(file===undefined)return null;
const{columns}=file;
const keys=columns===null?await firstKeys(exported):[];
const found=(0,_mapping_presets_recognise_preset_js__WEBPACK_IMPORTED_MODULE_0__.FW)(columns===null?{keys}:{columns});
const hint=found===null?(0,_mapping_presets_recognise_preset_js__WEBPACK_IMPORTED_MODULE_0__.UB)(keys):(0,_mapping_presets_recognise_preset_js__WEBPACK_IMPORTED_MODULE_0__.h)(found);
if(hint===null)return null;
const sentence=`${file.name}: ${hint}`;
log.notice(sentence);
return sentence}
async function suggestLayout(open){
const{parseMapping}=await Promise.all([__webpack_require__.e(8815),__webpack_require__.e(1843),__webpack_require__.e(9188)]).then(__webpack_require__.bind(__webpack_require__,9188));
for(const preset of _mapping_presets_preset_name_js__WEBPACK_IMPORTED_MODULE_2__.f){
const text=await(0,_mapping_presets_preset_js__WEBPACK_IMPORTED_MODULE_3__.n)(preset);
const mapping=parseMapping(``,text.name,text);
if(mapping.layout.header.kind===`first`)continue;
const file=await open(mapping).then(opened=>opened?.files[0],error=>{
if(!(error instanceof _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d))throw error;
return undefined});
const found=file===undefined?null:recogniseColumns(file.columns??[],mapping,preset);
if(file!==undefined&&found!==null)return`${file.name}: ${(0,_mapping_presets_recognise_preset_js__WEBPACK_IMPORTED_MODULE_0__.h)(found)}`}
return null}
function recogniseColumns(columns,{layout:{header}},preset){
if(header.kind===`named`)return columns.length>header.columns.length/2?(0,_mapping_presets_recognise_preset_js__WEBPACK_IMPORTED_MODULE_0__.gO)(preset):null;
return(0,_mapping_presets_recognise_preset_js__WEBPACK_IMPORTED_MODULE_0__.FW)({columns})}
const DELIMITER_NAMES={",":`comma`,";":`semicolon`,"	":`tab`,"|":`pipe`};
function suggestDelimiter({name,columns,delimiter}){
const[only,...more]=columns??[];
if(only===undefined||delimiter===null||more.length>0)return null;
const others=Object.keys(DELIMITER_NAMES).filter(each=>each!==delimiter);
const times=each=>only.split(each).length-1;
const[found]=others.filter(each=>times(each)>0).sort((a,b)=>times(b)-times(a));
if(found===undefined)return null;
const[used,other]=[DELIMITER_NAMES[delimiter],DELIMITER_NAMES[found]];
return`${name}: only one column was found, and its name contains a ${other}. The file was split at each ${used}: \`delimiter\` may be wrong. Set it to ${other}.`}
async function firstKeys(exported){
try{
for await(const[first]of exported.records())return first?.body.kind===`object`?Object.keys(first.body.object).slice(0,MAX_COMPARED_KEYS):[]}catch(error){
if(!(error instanceof _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d))throw error}
return[]}}),60165:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D:()=>prepareRows,c:()=>rowRules});
var compile_compile=__webpack_require__(42044);
var compile_overruns=__webpack_require__(76218);
var field_rule=__webpack_require__(68337);
var bounded_cache=__webpack_require__(33618);
;
const DEFAULT_POLICY={severities:new Map,allowAdminGroups:false,isOpaque:()=>false,isOwnHashId:()=>false,isDisposable:()=>false,isZone:isIanaZone};
async function rulePolicy(mapping){
const severities=new Map([...mapping?.severities??[]].map(([code,{severity}])=>[code,severity]));
const opaque=opaqueFields(mapping);
const ids=new Set(Object.values(mapping?.password?.carry.ids??{}));
return{severities,allowAdminGroups:mapping?.allowAdminGroups??false,isOpaque:field=>opaque.has(field),isOwnHashId:id=>ids.has(id)||ids.has(id.replace(/_\d+$/,`_n`)),isDisposable:severities.get(`email.disposable`)===`off`?()=>false:await disposableDomains(),isZone:(0,bounded_cache.B)(isIanaZone)}}
function opaqueFields(mapping){
const rules=mapping===null?[]:[...mapping.fields,...mapping.identities.flatMap(entry=>entry.rules)];
return new Set(rules.filter(rule=>(0,field_rule.V)(rule).some(({opaque})=>opaque)).map(({field})=>field))}
async function disposableDomains(){
const{default:list}=await __webpack_require__.e(9625).then(__webpack_require__.t.bind(__webpack_require__,9625,19));
const domains=list.blacklist();
return domain=>{
for(let rest=domain;rest.includes(`.`);rest=rest.slice(rest.indexOf(`.`)+1)){
if(domains.has(rest))return true}
return false}}
function isIanaZone(name){
try{
new Intl.DateTimeFormat(`en`,{timeZone:name});
return true}catch{
return false}}
var is_object=__webpack_require__(60675);
var cidaas_fields=__webpack_require__(34952);
var hash_shape=__webpack_require__(75411);
var problem_codes=__webpack_require__(22278);
;
class Findings{
errors=[];
warnings=[];
policy;
constructor(policy){
this.policy=policy}
add(code,field,message,hint){
const entry=problem_codes.z[code];
const{severity}=entry;
const problem={code,field,message:message??entry.meaning,hint:hint??entry.hint};
switch(this.policy.severities.get(code)??severity){case`error`:this.errors.push(problem);break;case`warn`:case`warning`:this.warnings.push(problem);break;case`off`:break}}}
var date=__webpack_require__(25346);
var invisible=__webpack_require__(35880);
var identifiers=__webpack_require__(28627);
;
const LABEL=/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const LOCAL=/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
function classifyEmail(address){
const at=address.lastIndexOf(`@`);
const local=address.slice(0,at);
const domain=address.slice(at+1);
if(at<1||local.length>64||address.length>254||!LOCAL.test(local))return`invalid`;
const labels=domain.split(`.`);
if(labels.length<2||!labels.every(label=>LABEL.test(label)))return`invalid`;
if(/^\d+$/.test(labels.at(-1)??``))return`invalid`;
for(let index=0;index<local.length;index+=1)if(local.charCodeAt(index)>127)return`nonascii`;
return`valid`}
;
const MOJIBAKE=/Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00bf]|â€|\ufffd/;
const EXPONENT=/^\d(?:[.,]\d{1,15})?[eE]\+\d{2,3}$/;
const DECIMALS=/^\d+\.0$/;
const GERMANY=/^(?:de|deu|d|germany|deutschland|\+?49)$/i;
const NAME_FIELDS=[`given_name`,`family_name`,`middle_name`,`nickname`];
const NUMBER_FIELDS=[`sub`,`username`,`phone_number`,`providerUserId`,`identityId`];
function checkDamage(identity,prefix,findings){
for(const name of NAME_FIELDS){
const value=identity[name];
if(typeof value===`string`&&MOJIBAKE.test(value))findings.add(`text.mojibake`,prefix+name)}
for(const name of NUMBER_FIELDS)checkNumber(identity[name],prefix+name,findings);
if(typeof identity.address===`object`&&identity.address!==null)checkAddress(identity.address,`${prefix}address`,findings)}
function checkWellFormed(user,findings){
for(const field in user){
const value=user[field];
if(!isWellFormed(value))findings.add(`text.broken`,brokenPath(field,value))}}
function isWellFormed(value){
if(typeof value===`string`)return value.isWellFormed();
if(typeof value!==`object`||value===null)return true;
if(Array.isArray(value))return value.every(isWellFormed);
for(const key in value)if(!key.isWellFormed()||!isWellFormed(value[key]))return false;
return true}
function brokenPath(place,value,levels=2){
if(levels===0||typeof value!==`object`||value===null)return place;
const[key,inner]=Object.entries(value).find(([name,each])=>name.isWellFormed()&&!isWellFormed(each))??[];
if(key===undefined)return place;
return brokenPath(Array.isArray(value)?`${place}[${key}]`:`${place}.${key}`,inner,levels-1)}
function checkCustomFields(fields,findings){
for(const key in fields){
const[value,field]=[fields[key],`customFields.${key}`];
checkNumber(value,field,findings);
if(typeof value===`string`&&MOJIBAKE.test(value))findings.add(`text.mojibake`,field)}}
function checkAddress(address,prefix,findings){
for(const part in address){
const value=address[part];
if(typeof value===`string`&&MOJIBAKE.test(value))findings.add(`text.mojibake`,`${prefix}.${part}`)}
const{postal_code:postalCode,country}=address;
if(typeof postalCode!==`string`)return;
checkNumber(postalCode,`${prefix}.postal_code`,findings);
if(/^\d{4}$/.test(postalCode)&&typeof country===`string`&&GERMANY.test(country))findings.add(`spreadsheet.zeros`,`${prefix}.postal_code`)}
function checkNumber(value,field,findings){
if(typeof value!==`string`)return;
if(EXPONENT.test(value))findings.add(`spreadsheet.exponent`,field);else if(DECIMALS.test(value)&&!field.includes(`customFields.`))findings.add(`spreadsheet.decimals`,field)}
;
const E164=/^\+[1-9]\d{5,14}$/;
const LOCALE=/^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;
const ANONYMOUS_SUB=/^\s*anonymous\s*$/i;
const ZONE=/^(?:UTC|GMT|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/;
function checkIdentity(identity,prefix,today,findings){
for(const[key,value]of Object.entries(identity)){
if(value===null||value===undefined)continue;
const field=prefix+key;
if(identifiers.fW.has(key)&&isInvisible(value,field,findings))continue;
switch(key){case`email`:if(expectText(value,field,findings))checkEmail(value,field,findings);break;case`mobile_number`:if(expectText(value,field,findings)&&!E164.test(value)){
findings.add((0,hash_shape.q)(value)?`identifier.secret`:`phone.invalid`,field)}break;case`birthdate`:if(expectText(value,field,findings))checkBirthdate(value,field,today,findings);break;case`locale`:if(expectText(value,field,findings)&&!LOCALE.test(value))findings.add(`locale.invalid`,field);break;case`zoneinfo`:if(expectText(value,field,findings)&&!(ZONE.test(value)&&findings.policy.isZone(value)))findings.add(`zoneinfo.invalid`,field);break;case`profile`:case`picture`:case`website`:if(expectText(value,field,findings))checkUrl(value,field,findings);break;case`sub`:if(typeof value===`string`&&ANONYMOUS_SUB.test(value))findings.add(`sub.reserved`,field);checkText(value,field,findings.policy.isOpaque(`sub`)?hash_shape.G:hash_shape.q,findings);break;case`username`:case`phone_number`:case`given_name`:case`family_name`:case`middle_name`:case`nickname`:case`gender`:case`provider`:checkText(value,field,findings.policy.isOpaque(key)?hash_shape.G:hash_shape.q,findings);break;case`identityId`:case`providerUserId`:checkText(value,field,hash_shape.G,findings);break;case`address`:if(typeof value!==`object`)findings.add(`type.invalid`,field);else for(const part in value)checkText(value[part],`${field}.${part}`,hash_shape.q,findings);break}}
checkDamage(identity,prefix,findings)}
function isInvisible(value,field,findings){
const found=typeof value===`string`?(0,invisible.k7)(value):null;
if(found===null)return false;
const code=/^U\+([0-9A-F]+)/.exec(found)?.[1]??``;
findings.add(`identifier.invisible`,field,`${field} contains ${found}.`,`Correct the source, or write the rule of the field in your mapping and remove the character: \`replace: { '[\\u{${code}}]': '' }\`.`);
return true}
function hasIdentifier({email,username,mobile_number}){
return Boolean(email)||Boolean(username)||Boolean(mobile_number)}
function expectText(value,field,findings){
if(typeof value===`string`)return true;
findings.add(`type.invalid`,field);
return false}
function checkText(value,field,isSecret,findings){
if(value===null||value===undefined)return;
if(expectText(value,field,findings)&&isSecret(value))findings.add(`identifier.secret`,field)}
function checkEmail(value,field,findings){
if((0,hash_shape.q)(value)){
findings.add(`identifier.secret`,field);
return}
const kind=classifyEmail(value);
if(kind!==`valid`)findings.add(kind===`invalid`?`email.invalid`:`email.nonascii`,field);
const domain=value.slice(value.lastIndexOf(`@`)+1).toLowerCase();
if(kind!==`invalid`&&findings.policy.isDisposable(domain))findings.add(`email.disposable`,field)}
function checkBirthdate(value,field,today,findings){
const found=/^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
if(found===null||!(0,date.V)(Number(found[1]),Number(found[2]),Number(found[3]))){
findings.add(`birthdate.invalid`,field)}else if(value>today)findings.add(`birthdate.future`,field);else if(value<`1900`)findings.add(`birthdate.implausible`,field)}
function checkUrl(value,field,findings){
if((0,hash_shape.G)(value))findings.add(`identifier.secret`,field);else if(!/^https?:\/\/\S+$/i.test(value)||!URL.canParse(value))findings.add(`url.invalid`,field)}
;
const BCRYPT=/^BCRYPT_([1-9]|1\d|20)$/;
const BCRYPT_HASH=/^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const ARGON=/^ARGON(?:2(?:ID|I|D)?)?$/i;
const ARGON_HASH=/^\$argon2(?:id|i|d)\$(?:v=\d+\$)?m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+={0,2}\$[A-Za-z0-9+/]+={0,2}$/;
const INFO=`password_hash_info`;
const HASH=`${INFO}.passwordHash`;
function checkPasswordHash(info,findings){
if(typeof info!==`object`||info===null){
findings.add(`type.invalid`,INFO);
return}
const{algorithmTypeId:algorithm,passwordHash:hash,hData}=info;
const missing=[algorithm?``:`algorithmTypeId`,hash?``:`passwordHash`].filter(part=>part!==``);
if(missing.length>0){
incomplete(missing,findings);
return}
if(!expectText(algorithm,`${INFO}.algorithmTypeId`,findings)||!expectText(hash,HASH,findings))return;
for(const[part,value]of Object.entries(hData??{}))expectText(value,`${INFO}.hData.${part}`,findings);
const need=(...parts)=>{
const absent=parts.filter(part=>!hData?.[part]);
if(absent.length>0)incomplete(absent.map(part=>`hData.${part}`),findings)};
const bcrypt=BCRYPT.exec(algorithm);
if(bcrypt!==null)checkBcrypt(hash,Number(bcrypt[1]),findings);else if(ARGON.test(algorithm))mustMatch(hash,ARGON_HASH,`a PHC string ($argon2id$v=…$m=…,t=…,p=…$salt$hash)`,findings);else if(algorithm===`SHA1`)mustMatch(hash,/^[0-9a-f]{40}$/i,`40 hexadecimal digits`,findings);else if(algorithm===`SHA256`)mustMatch(hash,/^[0-9a-f]{64}$/i,`64 hexadecimal digits`,findings);else if(algorithm===`PBKDF2`){
need(`salt`,`iterations`,`keylen`);
for(const part of[`iterations`,`keylen`])checkCount(hData?.[part],part,findings)}else if(/^HMAC/.test(algorithm))need(`salt`);else if(!/^CUSTOM/.test(algorithm)&&!findings.policy.isOwnHashId(algorithm))findings.add(`hash.algorithm`,`${INFO}.algorithmTypeId`)}
function checkBcrypt(hash,cost,findings){
const found=BCRYPT_HASH.exec(hash);
if(found===null){
findings.add(`hash.mismatch`,HASH,`The hash is not a bcrypt hash ($2b$NN$ and 53 characters), so the user could never log in.`)}else if(Number(found[1])!==cost){
findings.add(`hash.mismatch`,`${INFO}.algorithmTypeId`,`The number in BCRYPT_n differs from the cost in the hash.`)}}
function mustMatch(hash,form,words,findings){
if(!form.test(hash))findings.add(`hash.mismatch`,HASH,`The hash is not ${words}, so the user could never log in.`)}
function checkCount(value,part,findings){
if(value&&!/^[1-9]\d{0,8}$/.test(value)){
findings.add(`hash.mismatch`,`${INFO}.hData.${part}`,`${part} must be a positive whole number, written as text.`)}}
function incomplete(parts,findings){
findings.add(`hash.incomplete`,`${INFO}.${parts[0]}`,`The password hash is incomplete: ${parts.join(` and `)} ${parts.length>1?`are`:`is`} missing.`)}
;
const INSTANT=/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const ADMIN_GROUPS=[`CIDAAS_ADMINS`];
const CONSENT_STATES=[`ACCEPTED`,`REVOKED`,`SKIPPED`];
function checkRoles(roles,field,findings){
if(roles!==null&&!isTexts(roles))findings.add(`type.invalid`,field)}
function checkGroups(groups,sub,findings){
if(groups===null)return;
if(!Array.isArray(groups)){
findings.add(`type.invalid`,`groups`);
return}
for(const[index,group]of groups.entries()){
const field=`groups[${index}]`;
if(!(0,is_object.G)(group))findings.add(`type.invalid`,field);else if(!isFilled(group.groupId))findings.add(`group.incomplete`,`${field}.groupId`);else if(!isFilled(group.sub))findings.add(`group.incomplete`,`${field}.sub`);else if(sub!==undefined&&group.sub!==sub)findings.add(`group.sub`,`${field}.sub`);else if(group.roles!==undefined&&!isTexts(group.roles))findings.add(`type.invalid`,`${field}.roles`);else if(isAdminGroup(group.groupId)&&!findings.policy.allowAdminGroups)findings.add(`group.admin`,`${field}.groupId`)}}
function checkConsents(consents,findings){
if(consents===null)return;
if(!Array.isArray(consents)){
findings.add(`type.invalid`,`consents`);
return}
for(const[index,consent]of consents.entries()){
const field=`consents[${index}]`;
if(!(0,is_object.G)(consent))findings.add(`type.invalid`,field);else if(!isFilled(consent.fieldKey))findings.add(`consent.invalid`,`${field}.fieldKey`);else if(!CONSENT_STATES.includes(consent.state))findings.add(`consent.invalid`,`${field}.state`);else{
for(const part of[`consentId`,`versionId`]){
if(consent[part]!==undefined&&!isFilled(consent[part]))findings.add(`consent.invalid`,`${field}.${part}`)}
if(consent.time!==undefined&&!isUtcInstant(consent.time))findings.add(`instant.invalid`,`${field}.time`)}}}
function isUtcInstant(value){
return typeof value===`string`&&INSTANT.test(value)&&!Number.isNaN(Date.parse(value))}
function isAdminGroup(id){
return typeof id===`string`&&ADMIN_GROUPS.includes(id.trim().toUpperCase())}
function isTexts(value){
return Array.isArray(value)&&value.every(isFilled)}
function isFilled(value){
return typeof value===`string`&&value!==``}
;
function userRules(now,policy){
const today=new Date(now).toISOString().slice(0,10);
return user=>validateUser(user,today,policy)}
function validateUser(user,today,policy=DEFAULT_POLICY){
const findings=new Findings(policy);
checkIdentity(user,``,today,findings);
checkAccount(user,today,findings);
if(user.identities!==undefined)checkIdentities(user,today,findings);
checkWellFormed(user,findings);
if(!hasIdentifier(user)&&!identityList(user).some(hasIdentifier))findings.add(`identifier.missing`,null);
return findings}
const STATUSES=[`VERIFIED`,`PENDING`,`DECLINED`];
const SYSTEM_STATUSES=[`DELETED`,`LOCKED`,`COMBINED`,`BLOCKED`];
function checkAccount(user,today,findings){
const{userStatus,mfa_enabled:mfa,customFields}=user;
if(userStatus!==undefined&&userStatus!==null&&expectText(userStatus,`userStatus`,findings)){
if(SYSTEM_STATUSES.includes(userStatus))findings.add(`userStatus.refused`,`userStatus`);else if(!STATUSES.includes(userStatus))findings.add(`userStatus.invalid`,`userStatus`)}
checkText(user.user_status_reason,`user_status_reason`,hash_shape.q,findings);
if(mfa!==undefined&&mfa!==null&&typeof mfa!==`boolean`)findings.add(`type.invalid`,`mfa_enabled`);
if(customFields!==undefined){
if((0,is_object.G)(customFields))checkCustomFields(customFields,findings);else findings.add(`type.invalid`,`customFields`)}
if(user.password_hash_info!==undefined)checkPasswordHash(user.password_hash_info,findings);
if(user.roles!==undefined)checkRoles(user.roles,`roles`,findings);
if(user.groups!==undefined)checkGroups(user.groups,user.sub,findings);
if(user.consents!==undefined)checkConsents(user.consents,findings);
checkInstant(user.createdTime,`createdTime`,today,findings);
checkInstant(user.lastLoggedInTime,`lastLoggedInTime`,today,findings)}
function checkInstant(value,field,today,findings){
if(value===undefined||value===null)return;
if(!isUtcInstant(value))findings.add(`instant.invalid`,field);else if(value<`1990`||value.slice(0,10)>today)findings.add(`instant.implausible`,field)}
function checkIdentities(user,today,findings){
if(!Array.isArray(user.identities)||!user.identities.every(is_object.G)){
findings.add(`type.invalid`,`identities`);
return}
for(const[index,identity]of user.identities.entries()){
checkIdentity(identity,`identities[${index}].`,today,findings)}
if(user.identities.length===0)return;
for(const key of Object.keys(user)){
if(key===`address`||cidaas_fields.ce[key]?.level===`identity`)findings.add(`identities.mixed`,key)}}
function identityList(user){
return Array.isArray(user.identities)?user.identities.filter(is_object.G):[]}
var input_error=__webpack_require__(30199);
var nearest=__webpack_require__(4581);
;
function checkSeverities({severities}){
const codes=problem_codes.z;
const problems=[...severities].flatMap(([code,{severity,at}])=>{
const entry=Object.hasOwn(codes,code)?codes[code]:undefined;
if(entry===undefined)return[`${at}: rules.${code}: unknown code.${(0,nearest.a)(code,Object.keys(codes))}`];
if(entry.fixed!==true||severity===`error`)return[];
return[`${at}: rules.${code}: this code always makes the row invalid. ${entry.hint}`]});
if(problems.length>0)throw new input_error.d(problems)}
var delta=__webpack_require__(96461);
var create_only=__webpack_require__(37972);
var join_step=__webpack_require__(73622);
var preset_hints=__webpack_require__(29641);
;
async function prepareRows(ports,exported,mapping){
if(mapping!==null)checkSeverities(mapping);
const now=ports.clock.wallNow();
const presetHint=mapping===null?await(0,preset_hints.mT)(exported,ports.log):null;
const hint=async()=>presetHint??(mapping===null?(0,preset_hints.Rl)(ports.openExport):null);
const overruns=new compile_overruns.t(ports.clock.now);
const joined=await(0,join_step.G)(ports,mapping,overruns);
const limited={evaluator:ports.evaluator,overruns};
const environment={now,...limited,...joined.store===null?{}:{joins:joined.store}};
const[{policy,rules},mappers]=await Promise.all([rowRules(mapping,now,ports.state?.fingerprint??null),mappersFor(exported.files,mapping,hint,environment)]);
return{mappers,rules,policy,joined,overruns,environment}}
async function rowRules(mapping,now,fingerprint){
const policy=await rulePolicy(mapping);
const rules={validate:userRules(now,policy),severities:policy.severities,countDeclaredHashes:mapping!==null,fingerprint:fingerprint===null?null:(0,delta.K)(fingerprint,(0,create_only.g)(mapping))};
return{policy,rules}}
async function mappersFor(files,mapping,hint,environment){
const headerOf=({columns})=>JSON.stringify(columns);
const first=new Map(files.toReversed().map(file=>[headerOf(file),file]));
const compile=async file=>{
const{name,columns}=file;
try{
return await(0,compile_compile.k)(mapping,columns,environment)}catch(cause){
if(!(cause instanceof input_error.d))throw cause;
const problems=first.size===1?cause.problems:cause.problems.map(problem=>`${name}: ${problem}`);
const suggested=(0,preset_hints.sY)(file)??await hint();
throw new input_error.d(suggested===null?problems:[suggested,...problems],{cause})}};
const byHeader=new Map([...first].map(([header,file])=>[header,compile(file)]));
return(0,input_error.o)(files.map(file=>byHeader.get(headerOf(file))??compile(file)))}}),33618:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>memoize});
function memoize(make,limit=1e4){
const known=new Map;
return text=>{
const found=known.get(text);
if(found!==undefined)return found;
const made=make(text);
if(text.length>64)return made;
if(known.size>=limit)known.clear();
known.set(text,made);
return made}}}),86704:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Z:()=>breath});
var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(58500);
var _clock_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(10552);
const EVERY_MS=200;
function breath(stop){
let last=_clock_js__WEBPACK_IMPORTED_MODULE_1__.m.now();
return()=>{
if(_clock_js__WEBPACK_IMPORTED_MODULE_1__.m.now()-last<EVERY_MS)return undefined;
return(0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)().then(()=>{
last=_clock_js__WEBPACK_IMPORTED_MODULE_1__.m.now();
stop.throwIfAborted()})}}}),5010:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A:()=>ldifRecords,q:()=>withUndecoded});
var node_buffer__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4573);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
var _page_claims_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(53478);
var _record_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(55896);
const MAX_ENTRY_LENGTH=16*1024*1024;
const CHUNK_RECORDS=1e3;
const TRAILER=/^(?:search|result|ref|control|numResponses|numEntries):/;
const LIMIT=/^result: *(?:3|4|11)(?: [\w ]{0,40})?$/;
async function*ldifRecords(texts,file,row,onPage){
const entry=new EntryLines;
let next=row;
let line=1;
let rest=``;
let chunk=[];
const take=text=>{
if(text!==``)entry.add(text,line);else if(entry.holds)close();
line++;
if(entry.length>MAX_ENTRY_LENGTH)throw tooLong(file.name,entry.line)};
const close=()=>{
const body=bodyOf(entry.lines);
if(body!==null)chunk.push({row:next++,file:file.index,line:entry.line,body});
const limit=body===null?entry.lines.find(each=>LIMIT.test(each)):undefined;
if(limit!==undefined)onPage?.({..._page_claims_js__WEBPACK_IMPORTED_MODULE_2__.uv,file:file.index,rows:next-row,limit});
entry.clear()};
for await(const text of texts){
const pieces=(rest+text).split(`
`);
rest=pieces.pop()??``;
if(rest.length>MAX_ENTRY_LENGTH)throw tooLong(file.name,line);
for(const piece of pieces){
take(piece.endsWith(`\r`)?piece.slice(0,-1):piece);
if(chunk.length<CHUNK_RECORDS)continue;
yield chunk;
chunk=[]}}
if(rest!==``)take(rest.endsWith(`\r`)?rest.slice(0,-1):rest);
if(entry.holds)close();
if(chunk.length>0)yield chunk}
class EntryLines{
lines=[];
line=1;
length=0;
#inComment=false;
get holds(){
return this.lines.length>0}
add(text,line){
const folded=text.startsWith(` `);
this.#inComment=folded?this.#inComment:text.startsWith(`#`);
if(this.#inComment)return;
if(!folded&&this.lines.length===0)this.line=line;
if(folded&&this.lines.length>0)this.lines.push((this.lines.pop()??``)+text.slice(1));else this.lines.push(text);
this.length+=text.length}
clear(){
this.lines=[];
this.length=0;
this.#inComment=false}}
function withUndecoded(record){
if(record.body.kind!==`object`)return record;
const revived=value=>{
if(Array.isArray(value))return value.map(revived);
return typeof value===`object`&&value!==null?_record_js__WEBPACK_IMPORTED_MODULE_3__.u:value};
const entries=Object.entries(record.body.object).map(([key,value])=>[key,revived(value)]);
return{...record,body:{...record.body,object:Object.fromEntries(entries)}}}
function bodyOf(lines){
const content=lines.filter(line=>!/^version:\s*\d+\s*$/i.test(line));
if(content.length===0||content.every(line=>TRAILER.test(line)))return null;
const object={};
let isAssumed=false;
for(const line of content){
const[,name=``,mark,text=``]=/^([A-Za-z0-9][\w.;-]*):([:<]?) *(.*)$/s.exec(line)??[];
if(name===``)return broken(`A line of the entry is neither an attribute nor a continuation line.`);
const{value,assumed}=mark===`:`?decoded(text,name):{value:mark===`<`?null:text,assumed:false};
isAssumed||=assumed;
const key=name.toLowerCase();
if(key===`changetype`&&value!==`add`)return broken(`The entry is a change record, not a user.`);
if(key===`dn`)object.dn=value??undefined;else append(object,key,key===`objectclass`?value?.toLowerCase()??_record_js__WEBPACK_IMPORTED_MODULE_3__.u:value??_record_js__WEBPACK_IMPORTED_MODULE_3__.u)}
if(object.dn===undefined)return broken(`The entry has no dn that can be read.`);
return{kind:`object`,object,...isAssumed&&{assumed:[ASSUMED_ENCODING]}}}
const ASSUMED_ENCODING={code:`text.assumed_encoding`,field:null,message:`A value of the entry is not UTF-8, and was read as Windows-1252.`,hint:"Check the umlauts of these users; export again in UTF-8 if they are wrong. `rules: { text.assumed_encoding: off }` stops counting."};
function append(object,key,value){
const list=Object.hasOwn(object,key)?object[key]:undefined;
if(Array.isArray(list))list.push(value);else object[key]=[value]}
function decoded(text,name){
const bytes=Buffer.from(text,`base64`);
if(/^objectguid$/i.test(name)&&bytes.length===16)return{value:uuidOf(bytes),assumed:false};
if(bytes.includes(0)||BINARY_NAME.test(name))return{value:null,assumed:false};
if((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))return{value:bytes.toString(`utf8`),assumed:false};
return isWesternText(bytes)?{value:windows1252.decode(bytes),assumed:true}:{value:null,assumed:false}}
const BINARY_NAME=/photo|certificate|objectsid|guid$|;binary|securitydescriptor|krbprincipalkey|^(?:audio|crl)/i;
const windows1252=new TextDecoder(`windows-1252`);
function isWesternText(bytes){
let plain=0;
for(const byte of bytes){
const isPlain=byte>=97&&byte<=122||byte>=65&&byte<=90||byte>=44&&byte<=57;
if(isPlain||byte===32)plain++;else if(byte<192&&![10,13,39,145,146,150,151,138,154,142,158].includes(byte))return false}
return plain*2>=bytes.length}
function uuidOf(bytes){
const hex=Buffer.concat([Buffer.from(bytes.subarray(0,4)).reverse(),Buffer.from(bytes.subarray(4,6)).reverse(),Buffer.from(bytes.subarray(6,8)).reverse(),bytes.subarray(8)]).toString(`hex`);
return`${hex.slice(0,8)}-${hex.slice(8,12)}-${hex.slice(12,16)}-${hex.slice(16,20)}-${hex.slice(20)}`}
function broken(message){
const hint="Export complete entries with all values in the file (ldapsearch -LLL, slapcat). `fail-above: 1%` lets a run succeed without such rows.";
const problem={code:`record.ldif`,field:null,message,hint};
return{kind:`broken`,problem}}
function tooLong(name,line){
return new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([`${name}:${line}: the entry that starts here is longer than 16 MiB. Check that the file is LDIF, with blank lines between entries.`])}}),28167:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{RU:()=>MAX_DOCUMENT_DEPTH,f_:()=>isTooDeep,h4:()=>MAX_RECORD_DEPTH});
const MAX_RECORD_DEPTH=100;
const MAX_DOCUMENT_DEPTH=1e4;
function isTooDeep(value,levels=MAX_RECORD_DEPTH){
if(typeof value!==`object`||value===null)return false;
if(levels===0)return true;
for(const each of Array.isArray(value)?value:Object.values(value))if(isTooDeep(each,levels-1))return true;
return false}}),53478:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{AP:()=>ClaimReader,bv:()=>isLinkList,hi:()=>isPageKey,uv:()=>NO_CLAIMS,vx:()=>isPageContainer});
const NO_CLAIMS={total:null,atLeast:null,offset:null,pages:null,more:null};
const CONTAINERS=new Set([...[`paging`,`pagination`,`paginationinfo`,`page`,`pages`,`pageinfo`,`pager`,`nextpage`,`view`,`hydraview`],...[`meta`,`metadata`,`responsemetadata`,`searchmetadata`,`listmetadata`,`resultmetadata`,`resultsmetadata`],...[`links`,`link`,`next`,`details`,`info`,`listinfo`,`resultinfo`,`searchinfo`,`summary`,`total`],...[`cursor`,`cursors`]]);
const PAGE_OBJECTS=new Set([`paging`,`pagination`,`page`,`meta`,`metadata`,`listmetadata`]);
const TOTALS=new Set([...[`total`,`totalresults`,`totalresult`,`totalcount`,`totalsize`,`totalrecords`,`totalrecordcount`],...[`totalitems`,`totalitemcount`,`totalelements`,`totalusers`,`totalhits`,`totalrows`,`totalobjects`],...[`totalpagedresults`,`numfound`,`nbhits`,`odatacount`,`hydratotalitems`]]);
const COUNTS=new Set([`count`,`resultcount`,`resultscount`,`objectscount`,`recordcount`,`usercount`]);
const OFFSETS=new Set([`offset`,`start`,`skip`,`startrow`,`startat`]);
const STARTS=new Set([`startindex`]);
const PAGES=new Set([`totalpages`,`totalpagecount`,`pagecount`,`lastpage`,`pages`,`numpages`,`nbpages`]);
const NEXT=/^(?:odata|hydra)?next$|^(?:odata|hydra)?next(?:after|batch|continuation|cursor|href|id|index|key|link|marker|offset|page|pagination|paging|record|result|row|set|skip|start|token|uri|url)/;
const TOKENS=new Set([...[`paginationtoken`,`continuationtoken`,`continuation`,`pagedresultscookie`,`aftercursor`,`lastevaluatedkey`]]);
const NEXT_OBJECTS=new Set([`next`,`nextpage`]);
const PLACES=new Set([...[`href`,`url`,`uri`,`link`,`path`,`after`,`startingafter`,`cursor`,`token`,`offset`,`page`]]);
const MORE=new Set([...[`more`,`hasmore`,`hasmoreitems`,`hasmorepages`,`hasmorerecords`,`hasmoreresults`,`hasnext`,`hasnextpage`],...[`morerecords`,`moreresults`,`moreavailable`,`istruncated`,`truncated`,`incompleteresults`]]);
const DONE=new Set([`done`,`last`,`lastpage`,`islast`,`islastpage`,`endoflist`,`endofstream`]);
const REMAINING=new Set([`remainingpagedresults`,`remaining`]);
function pageKeyName(key){
return key.toLowerCase().replaceAll(/[^a-z]/g,``)}
function isPageContainer(key){
return CONTAINERS.has(pageKeyName(key))}
function isPageKey(key){
return key!==undefined&&pageKeyName(key)===`lastevaluatedkey`}
function isLinkList(key){
return[`links`,`link`].includes(pageKeyName(key))}
class ClaimReader{
#total=null;
#count=null;
#offset=null;
#pages=null;
#link=null;
#more=null;
#hasPageNumber=false;
read(path,value){
const key=path.join(`.`);
const name=pageKeyName(path.at(-1)??``);
const parent=path.length<2?``:pageKeyName(path.at(-2)??``);
const number=wholeNumber(value);
if(number!==null&&number>=0){
if(TOTALS.has(name)||parent===`total`&&name===`value`)this.#total=larger(this.#total,number,key);else if(COUNTS.has(name))this.#count=larger(this.#count,number,key);else if(OFFSETS.has(name))this.#offset={value:number,key};else if(STARTS.has(name))this.#offset={value:Math.max(0,number-1),key};else if(PAGES.has(name))this.#pages={value:number,key};else if(REMAINING.has(name))this.#more={value:number>0,key};
this.#hasPageNumber||=[`page`,`pagenumber`,`currentpage`,`from`].includes(name)}
if(typeof value===`boolean`&&MORE.has(name))this.#more={value,key};
if(typeof value===`boolean`&&DONE.has(name))this.#more={value:!value,key};
if(name===`rel`&&value===`next`)this.#link={value:true,key};
const isNext=NEXT.test(name)||TOKENS.has(name)||NEXT_OBJECTS.has(parent)&&PLACES.has(name)||PAGE_OBJECTS.has(parent)&&name===`after`||name===`offset`&&number===null;
const isLink=value===true||(number!==null?number>0:typeof value===`string`&&value.trim()!==``);
if(isNext&&isLink)this.#link={value:true,key}}
take(){
const isSize=this.#offset!==null||this.#hasPageNumber;
const claims={total:this.#total,atLeast:isSize?null:this.#count,offset:this.#offset,pages:this.#pages,more:this.#more??this.#link};
this.#total=this.#count=this.#offset=this.#pages=null;
this.#link=this.#more=null;
this.#hasPageNumber=false;
return claims}}
function wholeNumber(value){
const number=typeof value===`string`&&/^\d{1,15}$/.test(value)?Number(value):value;
return typeof number===`number`&&Number.isSafeInteger(number)?number:null}
function larger(claim,value,key){
return claim!==null&&claim.value>=value?claim:{value,key}}}),55896:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{K:()=>isUndecoded,u:()=>UNDECODED});
const UNDECODED=Object.freeze({undecoded:true});
function isUndecoded(value){
return value===UNDECODED}}),16195:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Rb:()=>TOP_LEVEL_ARRAY,ys:()=>isSamePath,zR:()=>DEFAULT_LAYOUT});
function isSamePath(a,b){
return a.length===b.length&&a.every((step,index)=>step===b[index])}
const TOP_LEVEL_ARRAY=[`[]`];
const DEFAULT_LAYOUT={format:`auto`,records:[],header:{kind:`first`}}}),96461:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{R:()=>compareWithState,K:()=>userFingerprint});
var external_node_crypto_=__webpack_require__(77598);
var planned_row_changes=__webpack_require__(12254);
var query=__webpack_require__(80617);
var known_user=__webpack_require__(65678);
var identity_keys=__webpack_require__(70106);
;
class RowRanges{
#onRange;
#first=0;
#other=0;
#length=0;
constructor(onRange){
this.#onRange=onRange}
add(first,other){
if(this.#length>0&&first===this.#first+this.#length&&other===this.#other+this.#length){
this.#length++;
return}
this.flush();
this.#first=first;
this.#other=other;
this.#length=1}
flush(){
if(this.#length>0)this.#onRange(this.#first,this.#other,this.#length);
this.#length=0}}
;
const CHUNK=1e3;
function userFingerprint(fingerprint,createOnly){
const list=JSON.stringify(createOnly);
return body=>fingerprint(body+list)}
async function compareWithState(options){
const{ledger,known,fingerprint,leaveOut,signal}=options;
const rows=(0,query.I)(ledger.db,`SELECT row, fingerprint FROM row WHERE row > ? AND state = 'planned' ORDER BY row LIMIT ${CHUNK}`);
const changes=(0,planned_row_changes.s)(ledger);
const users=(0,external_node_crypto_.createHash)(`sha256`);
const counts={new:0,changed:0,unchanged:0};
const ranges=new RowRanges((row,id,length)=>{
known.markPresent(id,id+length-1,row-id);
if(leaveOut)changes.markUnchanged(row,row+length-1)});
const compareRow=(row,rowFingerprint)=>{
const next=known.nextUnchanged(rowFingerprint);
if(next!==null){
counts.unchanged++;
ranges.add(row,next);
if(!leaveOut)known.addPendingKnown(row,rowFingerprint,next);
return}
const body=ledger.users.body(row);
if(body===null)throw new Error(`row ${row} is planned but has no user`);
const found=compareUser({row,fingerprint:rowFingerprint,user:JSON.parse(body)},options);
counts[found.kind]++;
if(found.kind===`unchanged`&&leaveOut){
changes.markUnchanged(row,row);
return}
const sent=found.update===null?body:JSON.stringify(found.update);
if(sent!==body)changes.replaceBody(row,sent);
users.update(`${sent}\n`)};
for(let last=0;;){
signal.throwIfAborted();
const chunk=rows.all(last);
if(chunk.length===0)break;
ledger.transaction(()=>{
for(const{row,fingerprint:rowFingerprint}of chunk){
last=row;
compareRow(row,rowFingerprint)}
ranges.flush()});
await new Promise(resolve=>setImmediate(resolve))}
const unidentified=await markUnsentPresent(ledger,known,fingerprint,signal);
return{...counts,unidentified,users:users.digest(`hex`)}}
function compareUser({row,fingerprint:rowFingerprint,user},{known,fingerprint,createOnly,leaveOut}){
const texts=(0,known_user.aV)(user,createOnly);
const content=fingerprint(texts.content);
const password=texts.password===null?null:fingerprint(texts.password);
const sub=(0,identity_keys.wd)(user)??null;
const bySub=sub===null?undefined:known.bySub(sub);
const keys=bySub!==undefined&&leaveOut?null:keyFingerprints(user,fingerprint);
const found=bySub??bestMatch(findByKeys(keys??[],known),password);
const[knownSub,knownContent,knownPassword]=found?.details??NO_DETAILS;
const isSame=found!==undefined&&(sub===null||knownSub===null||knownSub===sub);
const addPending=(id,other)=>{
const details=[sub,content,password,keys??keyFingerprints(user,fingerprint)];
known.addPending({row,fingerprint:rowFingerprint,details,known:id,other})};
if(!isSame){
if(found!==undefined)known.markPresentByIdentifier(found.id,row);
addPending(null,found?.id??null);
return{kind:`new`,update:null}}
known.markPresent(found.id,found.id,row-found.id);
if(found.wasChanged){
addPending(found.id,null);
return{kind:`new`,update:unblocked(user)}}
const samePassword=knownPassword===password;
const isUnchanged=samePassword&&knownContent===content;
if(isUnchanged)known.setFingerprint(found.id,rowFingerprint);
if(!isUnchanged||!leaveOut)addPending(found.id,null);
if(isUnchanged)return{kind:`unchanged`,update:null};
return{kind:`changed`,update:leaveOut?(0,known_user.Wx)(user,createOnly,!samePassword):null}}
function unblocked(user){
return user.userStatus==null?{...user,userStatus:`VERIFIED`}:null}
const NO_DETAILS=[null,``,null,[]];
function keyFingerprints(user,fingerprint){
return(0,identity_keys.NZ)(user).filter(key=>!key.startsWith(`sub:`)).map(fingerprint)}
function findByKeys(keys,known){
const found=new Map;
for(const key of keys){
const user=known.byKey(key);
if(user!==undefined&&!found.has(user.id))found.set(user.id,user)}
return[...found.values()]}
function bestMatch(users,password){
return users.find(({details})=>password!==null&&details[2]===password)??users[0]}
async function markUnsentPresent(ledger,known,fingerprint,signal){
const unsent=(0,query.I)(ledger.db,`SELECT row, state, field, identifiers IS NOT NULL AS isRejected, coalesce(identifiers, user_body(row)) AS user FROM row
     WHERE row > ? AND state IN ('invalid', 'skipped', 'duplicate') ORDER BY row LIMIT ${CHUNK}`);
let unidentified=0;
for(let last=0;;){
signal.throwIfAborted();
const chunk=unsent.all(last);
if(chunk.length===0)return unidentified;
ledger.transaction(()=>{
for(const{row,state,field,isRejected,user:json}of chunk){
last=row;
const user=JSON.parse(json);
const sub=(0,identity_keys.wd)(user);
const bySub=sub===undefined?undefined:known.bySub(sub);
if(bySub!==undefined){
known.markPresentUnsent(bySub.id,row);
continue}
const keys=keyFingerprints(user,fingerprint);
const found=findByKeys(keys,known);
for(const{id}of found)known.markPresentByIdentifier(id,row);
const isIdentified=sub!==undefined&&field!==`sub`||found.length>0||state===`skipped`&&keys.length>0;
if(isRejected===1&&!isIdentified)unidentified++}});
await new Promise(resolve=>setImmediate(resolve))}}}),35880:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{OT:()=>withoutInvisible,gr:()=>withoutInvisibleEnds,k7:()=>firstInvisible,uN:()=>comparableText});
const UNSEEN=/(?! )[\p{Cc}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u;
const EVERY_UNSEEN=new RegExp(UNSEEN,`gu`);
const PLAIN=/^[ -~\u00a1-\u00ac\u00ae-\u02ff]*$/;
const SPACES=/(?! )[\p{Zs}\p{Zl}\p{Zp}\u2800\t\n\v\f\r\u0085]/gu;
const SPACES_IN_LINES=/(?! )[\p{Zs}\p{Zl}\p{Zp}\u2800\v\f\u0085]/gu;
const NO_WIDTH=/(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e007f}]|(?<=^|[\p{Script=Latin}\s])[\u200c\u200d]/gu;
function firstInvisible(text){
if(PLAIN.test(text))return null;
const found=UNSEEN.exec(text);
if(found===null)return null;
const code=found[0].codePointAt(0)??0;
const position=Array.from(text.slice(0,found.index)).length+1;
return`U+${code.toString(16).toUpperCase().padStart(4,`0`)} (${nameOf(code,found[0])}) at character ${position}`}
function withoutInvisible(text,lines=false){
if(PLAIN.test(text)||lines&&PLAIN.test(text.replace(/[\t\n\r]/g,``)))return text;
const normal=text.normalize(`NFC`);
const shown=normal.replace(lines?SPACES_IN_LINES:SPACES,` `).replace(NO_WIDTH,``);
return shown===normal?normal:shown.trim()}
function withoutInvisibleEnds(text){
if(PLAIN.test(text))return text;
return text.normalize(`NFC`).replace(/^(?! )\s\s*|\s*(?! )\s$/gu,``)}
function comparableText(text){
if(PLAIN.test(text))return text.toLowerCase();
return text.normalize(`NFKC`).replace(EVERY_UNSEEN,``).trim().toLowerCase()}
const NAMES={9:`tab`,10:`line feed`,13:`carriage return`,160:`no-break space`,173:`soft hyphen`,8203:`zero width space`,8204:`zero width non-joiner`,8205:`zero width joiner`,8206:`left-to-right mark`,8207:`right-to-left mark`,8232:`line separator`,8233:`paragraph separator`,8239:`narrow no-break space`,8288:`word joiner`,65279:`zero width no-break space`};
function nameOf(code,character){
const name=NAMES[code];
if(name!==undefined)return name;
if(/\p{Cc}/u.test(character))return`control character`;
if(/[\p{Zs}\u2800]/u.test(character))return`a space that is not U+0020`;
return/\p{Bidi_Control}/u.test(character)?`control of the writing direction`:`invisible character`}}),36754:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>normalizeName});
function normalizeName(name){
return name.normalize(`NFC`).toLowerCase().replace(/[äöüß]/g,letter=>TRANSLITERATED[letter]??letter).replace(/[^\p{L}\p{N}]/gu,``)}
const TRANSLITERATED={ä:`ae`,ö:`oe`,ü:`ue`,ß:`ss`}}),28627:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Sd:()=>identifiersOf,fW:()=>IDENTIFIERS,pC:()=>reportableIdentifiers});
var _hash_shape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(75411);
var _identity_keys_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(70106);
const IDENTIFIERS=new Set([...[`sub`,`identityId`,`providerUserId`,`email`,`username`,`mobile_number`]]);
function identifiersOf(user){
const identifiers={};
const sub=(0,_identity_keys_js__WEBPACK_IMPORTED_MODULE_1__.wd)(user);
if(sub!==undefined)identifiers.sub=sub;
for(const name of[`email`,`username`,`mobile_number`]){
const value=user[name]??user.identities?.find(identity=>identity[name])?.[name];
if(typeof value===`string`)identifiers[name]=value}
return identifiers}
function reportableIdentifiers(user){
const found={};
addReportable(user,found);
for(const identity of user.identities??[])addReportable(identity,found);
return found}
const NAMES=[`sub`,`email`,`username`,`mobile_number`];
function addReportable(from,found){
for(const name of NAMES){
const value=from[name];
if(found[name]===undefined&&typeof value===`string`&&value!==``&&!(0,_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(value)){
found[name]=value}}}}),70106:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$y:()=>comparableAddress,LB:()=>OWN_PROVIDER,NZ:()=>identityKeys,aE:()=>keyHash,wd:()=>subOf});
var node_url__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(73136);
var _text_invisible_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(35880);
const OWN_PROVIDER=`self`;
function identityKeys(user){
const keys=[];
const sub=subOf(user);
if(sub!==undefined)keys.push(`sub:${sub}`);
addIdentity(keys,user);
for(const identity of user.identities??[])addIdentity(keys,identity);
return keys}
function subOf(user){
if(user.sub!==undefined)return user.sub;
return user.identities?.find(identity=>identity.sub!==undefined)?.sub}
function addIdentity(keys,identity){
const provider=identity.provider??OWN_PROVIDER;
if(identity.email)addKeys(keys,`email:${provider}:`,identity.email,comparableAddress);
if(identity.username)addKeys(keys,`username:${provider}:`,identity.username,_text_invisible_js__WEBPACK_IMPORTED_MODULE_1__.uN);
if(identity.mobile_number)addKeys(keys,`mobile_number:${provider}:`,identity.mobile_number,_text_invisible_js__WEBPACK_IMPORTED_MODULE_1__.uN)}
function addKeys(keys,prefix,value,comparable){
const lower=value.toLowerCase();
keys.push(prefix+lower);
const other=comparable(value);
if(other!==lower)keys.push(prefix+other)}
function comparableAddress(address){
const text=(0,_text_invisible_js__WEBPACK_IMPORTED_MODULE_1__.uN)(address);
const at=text.lastIndexOf(`@`)+1;
const domain=text.slice(at);
return/^[ -~]*$/.test(domain)?text:text.slice(0,at)+((0,node_url__WEBPACK_IMPORTED_MODULE_0__.domainToASCII)(domain)||domain)}
function keyHash(key){
let a=2654435769;
let b=2246822507;
for(let i=0;i<key.length;i++){
const unit=key.charCodeAt(i);
a=Math.imul(a^unit,739982445);
b=Math.imul(b^unit,695872825)}
a=Math.imul(a^a>>>16,569420461)^Math.imul(b^b>>>15,1935289751);
b=Math.imul(b^b>>>16,569420461)^Math.imul(a^a>>>15,1935289751);
return(b&2097151)*4294967296+(a>>>0)}})};