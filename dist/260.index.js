export const id=260;
export const ids=[260];
export const modules={65260:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{parseMapping:()=>parseMapping});
var input_error=__webpack_require__(30199);
;
function mergeParts(base,own){
const joins=new Map(base.joins);
for(const[name,join]of own.joins)joins.set(name,join===null?null:{...joins.get(name),...join});
const chosen=(mine,theirs)=>mine===undefined?theirs:mine;
return{source:{...base.source,...own.source},joins,severities:new Map([...base.severities,...own.severities]),fields:new Map([...base.fields,...own.fields]),duplicates:chosen(own.duplicates,base.duplicates),allowAdminGroups:chosen(own.allowAdminGroups,base.allowAdminGroups),emailVerified:chosen(own.emailVerified,base.emailVerified),unverifiedEmail:chosen(own.unverifiedEmail,base.unverifiedEmail),mfaSetUp:chosen(own.mfaSetUp,base.mfaSetUp),password:own.password===null?null:{...base.password,...own.password},skip:own.skip===null?null:[...own.skip??[],...base.skip??[]],identities:chosen(own.identities,base.identities),groups:chosen(own.groups,base.groups),consents:chosen(own.consents,base.consents),createOnly:chosen(own.createOnly,base.createOnly)}}
var cidaas_fields=__webpack_require__(34952);
var condition_rule=__webpack_require__(5795);
var field_rule=__webpack_require__(84720);
var schemas=__webpack_require__(16435);
;
function mappingSchemas(){
const plain=schemas.KCZ([schemas.YjP().regex(/\S/),schemas.aig(),schemas.zMY()]);
const ref=schemas.YjP().min(1);
const refs=schemas.YOg(ref).min(1);
const comparison=schemas.rej({from:ref.describe(`Column or path to look at.`),is:oneOrMore(plain).optional().describe(`True when the trimmed text is this, or one of these.`),not:oneOrMore(plain).optional().describe(`True when the trimmed text is none of these.`),empty:schemas.zMY().optional().describe(`True when there is nothing (true) or something (false).`),matches:ref.optional().describe(`A JavaScript regular expression that the trimmed text must match somewhere.`),has:oneOrMore(plain).optional().describe(`True when the list has this text, or one of these.`),lacks:oneOrMore(plain).optional().describe(`True when the list has none of these texts.`),future:schemas.zMY().optional().describe(`True when the point in time lies ahead, or is none that can be read; empty is past.`)});
const any=schemas.rej({get any(){
return schemas.YOg(condition).min(1).describe(`One of these conditions must hold.`)}});
const condition=schemas.KCZ([comparison,any]);
const when=schemas.KCZ([comparison,any,schemas.YOg(condition).min(1)]);
const formats=oneOrMore(schemas.YjP().min(1));
const detailed=schemas.rej({from:ref.optional().describe("Column of a CSV export, or path into a JSON record (`profile.emails[0].value`)."),first:refs.optional().describe(`The first of these columns or paths that is not empty.`),concat:refs.optional().describe("These columns or paths, put together with `separator`; empty ones are left out."),expr:ref.optional().describe(`A JSONata expression over the whole record.`),json:ref.optional().describe(`The source is JSON written as text: take what stands at this path of it.`),replace:schemas.g1P(schemas.YjP().min(1),schemas.YjP()).optional().describe(`Regular expression → replacement for every match ($1 is its first group), one after the other.`),separator:schemas.YjP().optional().describe("Between the parts of `concat`; a space unless given."),value:schemas.KCZ([plain,schemas.YOg(plain).min(1)]).optional().describe(`A constant.`),when:when.optional().describe(`Only then is the field filled; several conditions must all hold.`),trim:schemas.zMY().optional().describe(`Remove white space at both ends; true unless given.`),case:schemas.k5n([`lower`,`upper`]).optional().describe(`Change the letters.`),split:schemas.YjP().min(1).optional().describe(`Separator of a list inside one cell.`),table:schemas.g1P(schemas.YjP().min(1),schemas.KCZ([plain,schemas.YOg(plain).min(1),schemas.chJ()])).optional().describe(`Value in the source → value for cidaas; null leaves the field out.`),else:schemas.KCZ([plain,schemas.YOg(plain).min(1),schemas.chJ()]).optional().describe("For values that are not in `table`; without it they make the row invalid."),date:formats.optional().describe("Format of a date: `dd.MM.yyyy`, `iso`, or several of them."),instant:formats.optional().describe("Format of a point in time: `iso`, `epoch-seconds`, `epoch-milliseconds`, `dd.MM.yyyy HH:mm` …"),zone:ref.optional().describe("IANA zone of instants that name no offset: `Europe/Berlin`."),phone:schemas.YjP().regex(/^[A-Z]{2}$/).optional().describe(`Turn into E.164; the country (ISO 3166, two letters) of numbers without country code.`),uuid5:schemas.OsD().optional().describe(`Turn into a stable UUID: the namespace UUID. Choose it once, never change it.`),type:schemas.k5n([`string`,`number`,`boolean`,`list`,`json`]).optional().describe(`Type of a custom field.`),default:schemas.KCZ([plain,schemas.YOg(plain).min(1)]).optional().describe(`Taken when the source is empty.`),column:schemas.euz(`required`).optional().describe(`A CSV file must have the columns of this rule, whatever source.columns says.`),empty:schemas.k5n([`clear`,`refuse`]).optional().describe(`An empty source asks cidaas to clear the field, or makes the row invalid.`)});
const rule=schemas.KCZ([ref,detailed,schemas.YOg(detailed).min(1)]).describe(`A column or path, how the field is made, or several of these: the first that gives a value counts.`);
const rules=shape=>schemas.g1P(schemas.YjP(),schemas.KCZ([rule,schemas.chJ()])).meta({cidaasShape:shape});
const entries=shape=>schemas.YOg(rules(shape)).min(1).nullish();
const source=schemas.rej({format:schemas.k5n(FORMATS).optional().describe("Format of the files, as the input `format`."),records:oneOrMore(ref).optional().describe("Where the list of records stands in a JSON document: `data.users`."),header:schemas.KCZ([schemas.YOg(schemas.YjP()).min(1),schemas.rej({with:schemas.YOg(ref).min(2)})]).optional().describe(`The columns of a CSV file without header; or columns by which a header is found behind other lines.`),columns:schemas.k5n([`required`,`optional`,`loose`]).optional().describe(`Whether the columns that this file names must be there, and whether their spelling matters.`),unquote:schemas.YjP().min(1).optional().describe(`Taken off the beginning of every cell, such as '.`),empty:oneOrMore(schemas.YjP().min(1)).optional().describe(`Words that stand for an empty cell, such as NULL.`)});
const join=schemas.rej({file:oneOrMore(ref).optional().describe(`Path or glob in the workspace.`),source:source.omit({columns:true}).optional().describe(`How these files are built.`),key:schemas.KCZ([ref,detailed]).optional().describe(`Makes the key of a joined record.`),equals:schemas.KCZ([ref,detailed]).optional().describe(`Makes the key of a record of the export.`),many:schemas.zMY().optional().describe(`Many joined records may belong to one record of the export: a list.`)});
const skipRule=schemas.rej({reason:schemas.YjP().min(1).describe(`Stands in the report.`),when});
const{from,first,concat,separator,expr,json,replace}=detailed.shape;
const password=schemas.rej({...{from,first,concat,separator,expr,json,replace},when:when.optional().describe(`Only such users have a password; the others are not missed one.`),algorithm:schemas.KCZ([ref,detailed]).optional().describe(`What the value is when it does not say so itself.`),salt:schemas.KCZ([ref,detailed]).optional().describe(`Column or path of the salt.`),saltEncoding:schemas.k5n([`text`,`hex`,`base64`]).optional().describe(`How the salt is written; text unless given.`),saltPosition:schemas.k5n([`prefix`,`suffix`]).optional().describe(`The salt of a digest, before or after the password.`),passwordEncoding:schemas.k5n([`utf8`,`utf16le`,`latin1`]).optional().describe(`How the source turned passwords into bytes.`),iterations:schemas.KCZ([ref,detailed]).optional().describe(`Column or path of PBKDF2's iterations or bcrypt's cost.`),firebase:schemas.rej({rounds:schemas.Whr().min(1).max(64),mem_cost:schemas.Whr().min(1).max(30),base64_salt_separator:schemas.YjP()}).optional().describe(`Password hash parameters of the Firebase project; never its signer key.`),verifier:ref.optional().describe(`Id of the tenant's verifier for hashes that cidaas does not check: CUSTOM_…`),ids:schemas.g1P(schemas.YjP(),ref).optional().describe(`Ids of the tenant, by algorithm.`),optional:schemas.zMY().optional().describe(`Users without a usable hash are imported without a password.`)});
const severities=schemas.g1P(schemas.YjP(),schemas.k5n([`error`,`warn`,`off`])).describe(`How a problem code is taken: error makes the row invalid.`);
const createOnly=schemas.YOg(ref);
const mapping=schemas.rej({source:source.optional().describe(`How the files of the export are built.`),join:schemas.g1P(schemas.YjP().regex(JOIN_NAME),schemas.KCZ([join,schemas.chJ()])).optional().describe(`Further files, each under the name that references begin with.`),duplicates:schemas.k5n([`first`,`last`,`error`]).optional().describe(`Which of the rows that hold the same user counts; the first unless given.`),rules:severities.optional(),"allow-admin-groups":schemas.zMY().optional().describe(`Let users become members of groups that administrate the tenant.`),"email-verified":when.nullish().describe(`Holds for users whose e-mail address the source has verified.`),"unverified-email":schemas.k5n([`VERIFIED`,`PENDING`,`skip`]).optional().describe(`What becomes of users whose e-mail address is not verified.`),"mfa-set-up":when.nullish().describe(`Holds for users who had a second factor, which cannot be imported.`),password:password.nullish().describe(`Password hashes, recognised and carried.`),skip:schemas.YOg(skipRule).nullish().describe(`Records that are no users to migrate; the first rule that holds gives the reason.`),fields:rules(`user`).optional().describe(`cidaas field ← column, path or rule; null takes it out of the preset.`),identities:entries(`identity`).describe(`One entry for each further identity (provider) a user may have.`),groups:entries(`group`).describe(`Memberships; the sub is filled in.`),consents:entries(`consent`).describe(`Consents given or revoked.`),"create-only":createOnly.optional().describe(`Fields that a delta sends for new users and leaves out for users that the tenant has.`)}).describe(`How a record of the export becomes a cidaas user.`);
return{mapping,rule,skipRule,when,source,join,severities,password,createOnly}}
const FORMATS=[`csv`,`ndjson`,`json`,`ldif`];
const JOIN_NAME=/^(?!each$)[A-Za-z][A-Za-z0-9_-]{0,31}$/;
function mappingJsonSchema(){
const schema=z.toJSONSchema(mappingSchemas().mapping,{io:`input`,reused:`ref`,override:({zodSchema,jsonSchema})=>{
const shape=zodSchema instanceof z.ZodType?zodSchema.meta()?.cidaasShape:undefined;
if(shape===undefined)return;
const rule=jsonSchema.additionalProperties;
delete jsonSchema.cidaasShape;
delete jsonSchema.propertyNames;
if(rule===undefined)return;
const names=fieldNames(shape).filter(name=>name!==`identities`);
jsonSchema.properties=Object.fromEntries(names.map(name=>[name,rule]));
if(shape===`user`)jsonSchema.patternProperties={"^customFields\\..":rule};else jsonSchema.properties={each:{type:`string`,description:EACH},...jsonSchema.properties};
jsonSchema.additionalProperties=false}});
return{title:`Mapping file of cidaas-migrate`,...schema}}
const EACH="Path to a list, or name of a join with many: one entry for each element, which is read as `each`.";
function oneOrMore(item){
return schemas.KCZ([item,schemas.YOg(item).min(1)])}
var password_rule=__webpack_require__(29116);
var nearest=__webpack_require__(4581);
;
const TOP_KEYS=[...[`source`,`join`,`duplicates`,`rules`,`allow-admin-groups`,`email-verified`,`unverified-email`],...[`mfa-set-up`,`password`,`skip`,`fields`,`identities`,`groups`,`consents`,`create-only`]];
const SOURCE_KEYS=[`format`,`records`,`header`,`columns`,`unquote`,`empty`];
const JOIN_KEYS=[`file`,`source`,`key`,`equals`,`many`];
const PASSWORD_KEYS=[...[`from`,`first`,`concat`,`separator`,`expr`,`json`,`replace`,`when`,`algorithm`,`salt`,`saltEncoding`],...[`saltPosition`,`passwordEncoding`,`iterations`,`firebase`,`verifier`,`ids`,`optional`]];
const SKIP_KEYS=[`reason`,`when`];
const CONDITION_KEYS=[`from`,`is`,`not`,`empty`,`matches`,`has`,`lacks`,`future`,`any`];
const RULE_KEYS=[...[`from`,`first`,`concat`,`separator`,`value`,`expr`,`json`,`replace`,`when`,`trim`,`case`,`split`],...[`table`,`else`,`date`,`instant`,`zone`,`phone`,`uuid5`,`type`,`default`,`empty`,`column`]];
function schemaProblems(issues,base=[]){
return issues.flatMap(issue=>{
const path=[...base,...issue.path];
switch(issue.code){case`invalid_union`:{
const meant=issue.errors.filter(alternative=>!alternative.some(inner=>inner.path.length===0&&inner.code===`invalid_type`)).sort((a,b)=>a.length-b.length)[0];
return meant===undefined?[{path,message:describeUnion(issue)}]:schemaProblems(meant,path)}case`unrecognized_keys`:return issue.keys.map(key=>({path:[...path,key],message:`"${key}" is not known here.${(0,nearest.a)(key,keysAt(path))}`}));case`invalid_type`:return[{path,message:issue.input===undefined&&isMissing(issue)?`is missing`:`must be ${inWords(issue.expected)}`}];case`too_small`:return[{path,message:`must not be empty`}];case`invalid_value`:return[{path,message:`must be ${issue.values.map(value=>`"${String(value)}"`).join(` or `)}`}];case`invalid_format`:return[{path,message:describeFormat(issue)}];default:return[{path,message:issue.message}]}})}
function inFileOrder(problems,name,lineOf){
return problems.map(({path,message})=>({line:lineOf(path),text:[pathText(path),message].filter(part=>part!==``)})).sort((a,b)=>a.line-b.line).map(({line,text})=>`${name}:${line}: ${text.join(`: `).replace(/[^.?]$/,`$&.`)}`)}
function pathText(path){
return path.map((key,index)=>typeof key===`number`?`[${key}]`:(index>0?`.`:``)+String(key)).join(``)}
function describeFormat({format,pattern}){
if(format===`guid`)return`must be a UUID`;
return pattern===`/\\S/`?`must not be empty`:`must be two capital letters, such as DE`}
function inWords(expected){
switch(expected){case`record`:case`object`:return`a map of keys`;case`array`:return`a list`;case`string`:return`text`;case`boolean`:return`true or false`;default:return expected}}
function isMissing(issue){
return issue.message.endsWith(`received undefined`)}
function describeUnion(issue){
const kinds=issue.errors.flatMap(alternative=>alternative.flatMap(inner=>inner.code===`invalid_type`&&inner.path.length===0?[inWords(inner.expected)]:[]));
return kinds.length===0?`is of the wrong kind`:`must be ${[...new Set(kinds)].join(` or `)}`}
function keysAt(path){
const[top,,third]=path;
if(top===undefined)return TOP_KEYS;
if(path.includes(`when`)||top===`email-verified`||top===`mfa-set-up`)return CONDITION_KEYS;
if(top===`password`)return path.length===1?PASSWORD_KEYS:RULE_KEYS;
if(top===`source`)return SOURCE_KEYS;
if(top===`join`)return third===undefined?JOIN_KEYS:third===`source`?SOURCE_KEYS:RULE_KEYS;
return top===`skip`?SKIP_KEYS:RULE_KEYS}
var source_layout=__webpack_require__(16195);
var cell_reading=__webpack_require__(219);
;
function sourceParts(raw,complain){
const{format,records,header,unquote,empty}=raw;
return{...format!==undefined&&{format},...records!==undefined&&{records:listOf(records).map(path=>listPath(path,complain))},...header!==undefined&&{header:headerOf(header)},...unquote!==undefined&&{unquote},...empty!==undefined&&{nothing:listOf(empty)}}}
function layoutOf(parts){
return{format:parts.format??source_layout.g.format,records:parts.records??source_layout.g.records,header:parts.header??source_layout.g.header}}
function cellsOf(parts){
return{unquote:parts.unquote??cell_reading.P.unquote,nothing:parts.nothing??cell_reading.P.nothing}}
function listOf(oneOrMore){
return Array.isArray(oneOrMore)?oneOrMore:[oneOrMore]}
function headerOf(header){
return Array.isArray(header)?{kind:`named`,columns:header}:{kind:`with`,columns:header.with}}
function listPath(text,complain){
const steps=text.split(`.`).flatMap(part=>part.endsWith(`[]`)?[part.slice(0,-2),`[]`]:[part]);
const path=steps[0]===``?steps.slice(1):steps;
if(path.length===0||path.at(-1)===`[]`||path.some(step=>!/^(?:\[\]|[^[\]"'*$]+)$/.test(step)))complain([`records`],`"${text}" leads to no list: write data.users, or orgs[].users for the users of every element`);
return path}
var yaml_lines=__webpack_require__(86984);
;
function readParts(text,name,changesPreset){
const yaml=(0,yaml_lines.g)(text.replace(/^\uFEFF/,``));
if(yaml.errors.length>0){
throw new input_error.d(yaml.errors.map(({line,message})=>`${name}:${line}: ${message.replace(/\.?$/,`.`)}`))}
const value=changesPreset?yaml.value??{}:yaml.value;
if(!isObject(value))throw new input_error.d([`${name}:1: a mapping file must have the key fields or identities.`]);
const reader=new PartsReader(value,name,yaml.lineOf,changesPreset);
const parts=reader.read();
if(reader.problems.length>0)throw new input_error.d(inFileOrder(reader.problems,name,yaml.lineOf));
return parts}
const KEY_FIELD={type:`text`,level:`account`,clearable:false};
class PartsReader{
problems;
#schemas=mappingSchemas();
#value;
#name;
#lineOf;
#mayTakeOut;
#presence;
constructor(value,name,lineOf,mayTakeOut){
this.#value=value;
this.#name=name;
this.#lineOf=lineOf;
this.#mayTakeOut=mayTakeOut;
this.#presence=this.#schemas.source.safeParse(value.source).data?.columns??`required`;
const shape=this.#schemas.mapping.safeParse(value);
this.problems=shape.success?[]:schemaProblems(shape.error.issues)}
read(){
const{data}=this.#schemas.mapping.safeParse(this.#value);
const source=this.#schemas.source.safeParse(this.#value.source).data;
return{source:source===undefined?{}:sourceParts(source,this.#context(`source`).complain),joins:this.#joins(),severities:this.#severities(),fields:this.#rules(this.#value.fields,`user`,[`fields`]),duplicates:data?.duplicates,allowAdminGroups:data?.[`allow-admin-groups`],emailVerified:this.#condition(`email-verified`),unverifiedEmail:data?.[`unverified-email`],mfaSetUp:this.#condition(`mfa-set-up`),password:this.#unlessNull(this.#value.password,[`password`],raw=>{
const password=this.#schemas.password.safeParse(raw).data;
return password===undefined?{}:(0,password_rule.ck)(password,this.#context(`password`))}),skip:this.#unlessNull(this.#value.skip,[`skip`],raw=>this.#skips(raw)),identities:this.#entries(`identities`,`identity`),groups:this.#entries(`groups`,`group`),consents:this.#entries(`consents`,`consent`),createOnly:this.#createOnly()}}
#createOnly(){
const listed=this.#schemas.createOnly.safeParse(this.#value[`create-only`]).data;
for(const[index,field]of(listed??[]).entries()){
const{complain}=this.#context(`create-only`,index);
if((0,cidaas_fields.UI)(`user`,field)===undefined)complain([],(0,cidaas_fields.wE)(`user`,field));else if(field===`sub`)complain([],`sub cannot be create-only: it says who a user is`);else if(field.startsWith(`password_hash_info.`))complain([],`${field} cannot be create-only: a delta sends a password only when it changed in the source`)}
return listed}
#context(...path){
return{at:(...inner)=>`${this.#name}:${this.#lineOf([...path,...inner])}`,complain:(inner,message)=>this.problems.push({path:[...path,...inner],message}),presence:this.#presence}}
#unlessNull(raw,path,make){
if(raw===undefined)return undefined;
if(raw!==null)return make(raw);
if(!this.#mayTakeOut)this.#context(...path).complain([],`is empty; null only takes out what a preset has`);
return null}
#rules(raw,shape,path){
const made=new Map;
for(const[key,value]of Object.entries(isObject(raw)?raw:{})){
const context=this.#context(...path,key);
const field=(0,cidaas_fields.UI)(shape,key);
if(field===undefined)context.complain([],(0,cidaas_fields.wE)(shape,key));else if(field.type===`identities`)context.complain([],"goes next to `fields`, as a list of entries");
const rule=this.#unlessNull(value,[...path,key],()=>this.#schemas.rule.safeParse(value).data);
if(field===undefined||rule===undefined)continue;
made.set(key,rule===null?null:(0,field_rule.B)(field,rule,context))}
return made}
#entries(key,shape){
return this.#unlessNull(this.#value[key],[key],raw=>(Array.isArray(raw)?raw:[]).map((entry,index)=>{
const{each,...fields}=isObject(entry)?entry:{};
const rules=[...this.#rules(fields,shape,[key,index]).values()].filter(rule=>rule!==null);
const{at,presence}=this.#context(key,index,`each`);
return{each:typeof each===`string`?{text:each,at:at(),presence}:null,rules}}))}
#condition(key){
return this.#unlessNull(this.#value[key],[key],raw=>{
const{data}=this.#schemas.when.safeParse(raw);
return data===undefined?null:(0,condition_rule.g)(data,[],this.#context(key))})}
#skips(raw){
return(Array.isArray(raw)?raw:[]).flatMap((each,index)=>{
const{data}=this.#schemas.skipRule.safeParse(each);
if(data===undefined)return[];
return[{reason:data.reason,when:(0,condition_rule.g)(data.when,[`when`],this.#context(`skip`,index))}]})}
#joins(){
const joins=Object.entries(isObject(this.#value.join)?this.#value.join:{});
return new Map(joins.map(([name,raw])=>[name,this.#unlessNull(raw,[`join`,name],()=>this.#join(name,raw))??null]))}
#join(name,raw){
const{file,source,many,key,equals}=this.#schemas.join.safeParse(raw).data??{};
const rule=(end,given)=>{
const field={...KEY_FIELD,name:`join.${name}.${end}`,path:[end]};
const context=this.#context(`join`,name,end);
const made=given===undefined?undefined:(0,field_rule.B)(field,given,context);
if(made?.source.kind===`expr`)context.complain([`expr`],`does not go with the key of a join`);
return made};
const[keyRule,equalsRule]=[rule(`key`,key),rule(`equals`,equals)];
return{at:this.#context(`join`,name).at(),...file!==undefined&&{files:listOf(file)},...source!==undefined&&{source:sourceParts(source,this.#context(`join`,name,`source`).complain)},...many!==undefined&&{many},...keyRule!==undefined&&{key:keyRule},...equalsRule!==undefined&&{equals:equalsRule}}}
#severities(){
const{data}=this.#schemas.severities.safeParse(this.#value.rules);
return new Map(Object.entries(data??{}).map(([code,severity])=>[code,{severity,at:this.#context(`rules`,code).at()}]))}}
function isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
;
function parseMapping(text,name,preset=null){
const own=readParts(text,name,preset!==null);
const prepared=preset===null?null:readParts(preset.text,preset.name,false);
const parts=prepared===null?own:mergeParts(prepared,own);
const problems=unfinishedJoins(parts,prepared);
const mapping=complete(parts,name);
problems.push(...contradictions(mapping));
if(problems.length>0)throw new input_error.d(problems);
return mapping}
function complete(parts,name){
const joins=[...parts.joins].flatMap(([join,said])=>completeJoin(join,said));
return{name,layout:layoutOf(parts.source),cells:cellsOf(parts.source),joins,dormantJoins:[...parts.joins.keys()].filter(join=>!joins.some(each=>each.name===join)),duplicates:parts.duplicates??`first`,severities:parts.severities,allowAdminGroups:parts.allowAdminGroups??false,emailVerified:parts.emailVerified??null,unverifiedEmail:parts.unverifiedEmail??`VERIFIED`,mfaSetUp:parts.mfaSetUp??null,password:parts.password?(0,password_rule.pD)(parts.password):null,skip:parts.skip??[],fields:[...parts.fields.values()].filter(rule=>rule!==null),identities:parts.identities??[],groups:parts.groups??[],consents:parts.consents??[],createOnly:parts.createOnly??null}}
function completeJoin(name,join){
if(join?.files===undefined||join.key===undefined||join.equals===undefined)return[];
const{at,files,source={},key,equals,many=false}=join;
return[{name,at,files,layout:layoutOf(source),cells:cellsOf(source),key,equals,many}]}
function unfinishedJoins({joins},prepared){
return[...joins].flatMap(([name,join])=>{
if(join===null||join===prepared?.joins.get(name))return[];
const missing=[join.files===undefined?`file`:``,join.key===undefined?`key`:``,join.equals===undefined?`equals`:``].filter(key=>key!==``);
return missing.length===0?[]:[`${join.at}: join.${name}: needs ${missing.join(` and `)}.`]})}
function contradictions({name,fields,identities,consents,password}){
const byHand=password===null?undefined:fields.find(({field})=>field.startsWith(`password_hash_info.`));
if(byHand!==undefined)return[`${byHand.at}: fields.${byHand.field}: is filled by \`password\` too: keep one of the two.`];
const twice=consents.length===0?undefined:fields.find(({field})=>field===`consents`);
if(twice!==undefined)return[`${twice.at}: fields.consents: is filled by the block \`consents\` too: keep one of the two.`];
if(fields.length>0||identities.length>0)return[];
return[`${name}:1: a mapping must fill at least one field: add \`fields\` or \`identities\`.`]}}),86984:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>readYaml});
var yaml__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(38815);
const MAX_NODES=5e4;
const MAX_DEPTH=32;
const MAX_TEXT=1024*1024;
const TOO_DEEP=`values are nested too deeply`;
function readYaml(text){
if(text.length>MAX_TEXT)return unreadable(1,`the file has more than a million characters: is it a mapping?`);
const counter=new yaml__WEBPACK_IMPORTED_MODULE_0__.HN;
const document=(0,yaml__WEBPACK_IMPORTED_MODULE_0__.Tp)(text,{lineCounter:counter,prettyErrors:false,version:`1.2`,uniqueKeys:false});
const overflow=document.errors.find(({message})=>/call stack|stack overflow/i.test(message));
if(overflow!==undefined)return unreadable(counter.linePos(overflow.pos[0]).line,TOO_DEEP);
const lines=new Map;
const errors=document.errors.map(error=>({line:counter.linePos(error.pos[0]).line,message:wordsOf(error)}));
let nodes=0;
const lineAt=node=>{
const range=node?.range;
return range?counter.linePos(range[0]).line:undefined};
const fail=(node,message)=>{
errors.push({line:lineAt(node)??1,message});
return undefined};
const plain=(node,path)=>{
nodes+=1;
if(nodes>MAX_NODES){
if(nodes===MAX_NODES+1)fail(node,`the file unfolds into too many values; use fewer aliases`);
return undefined}
if(path.length>MAX_DEPTH)return fail(node,TOO_DEEP);
const line=lineAt(node);
const key=keyOf(path);
if(line!==undefined&&!lines.has(key))lines.set(key,line);
if((0,yaml__WEBPACK_IMPORTED_MODULE_0__.Vj)(node)){
const target=node.resolve(document);
return target===undefined?fail(node,`an alias names no anchor`):plain(target,path)}
if((0,yaml__WEBPACK_IMPORTED_MODULE_0__.jn)(node))return scalar(node);
if((0,yaml__WEBPACK_IMPORTED_MODULE_0__.oP)(node))return node.items.map((item,index)=>plain(item,[...path,index]));
if((0,yaml__WEBPACK_IMPORTED_MODULE_0__.jh)(node)){
const object={};
for(const pair of node.items){
if(!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.jn)(pair.key)){
fail(pair.key,`a key must be plain text`);
continue}
const name=pair.key.source??String(pair.key.value);
if(Object.hasOwn(object,name))fail(pair.key,`the key "${name}" stands here twice`);
const inner=[...path,name];
lines.set(keyOf(inner),lineAt(pair.key)??line??1);
Object.defineProperty(object,name,{value:plain(pair.value,inner),enumerable:true,configurable:true,writable:true})}
return object}
return null};
const value=errors.length===0?plain(document.contents,[]):undefined;
const lineOf=path=>{
for(let length=path.length;length>=0;length-=1){
const line=lines.get(keyOf(path.slice(0,length)));
if(line!==undefined)return line}
return 1};
return{value:errors.length===0?value:undefined,lineOf,errors}}
function wordsOf({code,message}){
if(code===`MULTIPLE_DOCS`)return`a second document begins here: a mapping is one, so remove the line ---`;
return code===`RESOURCE_EXHAUSTION`?TOO_DEEP:message}
function unreadable(line,message){
return{value:undefined,lineOf:()=>line,errors:[{line,message}]}}
function scalar(node){
const{value,source}=node;
if(typeof value===`number`||typeof value===`bigint`){
return source!==undefined&&String(value)!==source?source:Number(value)}
if(typeof value===`boolean`)return source!==undefined&&String(value)!==source?source:value;
return value}
function keyOf(path){
return path.map(String).join(`\0`)}})};