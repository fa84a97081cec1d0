export const id=4815;
export const ids=[4815];
export const modules={74815:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{mappingWords:()=>mappingWords});
var _yaml_lines_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4677);
function mappingWords(text){
const words=new Set;
collect((0,_yaml_lines_js__WEBPACK_IMPORTED_MODULE_0__.g)(text.replace(/^\uFEFF/,``)).value,words);
return words}
function collect(value,words){
if(typeof value===`object`&&value!==null){
for(const[key,inner]of Object.entries(value)){
if(!Array.isArray(value))words.add(key);
collect(inner,words)}}else if(value!==null&&value!==undefined)words.add(String(value))}}),4677:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>readYaml});
var dist=__webpack_require__(38815);
;
const MAX_TOKENS=2e5;
function outlineProblem(text){
let tokens=0;
let line=1;
for(const token of new dist.JG().lex(text)){
tokens+=1;
if(tokens>MAX_TOKENS)return{line,message:`the file has too many words and signs: is it a mapping? Put long tables into a join`};
for(let at=token.indexOf(`
`);at>=0;at=token.indexOf(`
`,at+1))line+=1}
return null}
;
const MAX_NODES=5e4;
const MAX_DEPTH=32;
const MAX_TEXT=1024*1024;
const MAX_ERRORS=100;
const TOO_DEEP=`values are nested too deeply`;
function readYaml(text){
if(text.length>MAX_TEXT)return unreadable(1,`the file has more than a million characters: is it a mapping?`);
const outline=outlineProblem(text);
if(outline!==null)return unreadable(outline.line,outline.message);
const counter=new dist.HN;
const document=(0,dist.Tp)(text,{lineCounter:counter,prettyErrors:false,version:`1.2`,uniqueKeys:false});
const overflow=document.errors.find(({code})=>code===`RESOURCE_EXHAUSTION`);
if(overflow!==undefined)return unreadable(counter.linePos(overflow.pos[0]).line,TOO_DEEP);
const reader=new ValueReader(document,counter);
const errors=document.errors.slice(0,MAX_ERRORS).map(error=>({line:counter.linePos(error.pos[0]).line,message:messageOf(error)}));
if(errors.length>0)return{value:undefined,lineOf:()=>1,errors};
const value=reader.read();
const lineOf=path=>{
let place=reader.places;
for(const key of path){
const inner=place.inner.get(typeof key===`symbol`?key:String(key));
if(inner===undefined)break;
place=inner}
return place.line};
return{value:reader.errors.length===0?value:undefined,lineOf,errors:reader.errors}}
class ValueReader{
errors=[];
places;
#document;
#counter;
#anchors=new Map;
#nodes=0;
constructor(document,counter){
this.#document=document;
this.#counter=counter;
this.places={line:this.#lineAt(document.contents)??1,inner:new Map}}
read(){
return this.#value(this.#document.contents,this.places,0)}
#lineAt(node){
const range=(0,dist.Ll)(node)?node.range:undefined;
return range?this.#counter.linePos(range[0]).line:undefined}
#fail(node,message){
if(this.errors.length<MAX_ERRORS)this.errors.push({line:this.#lineAt(node)??1,message});
return undefined}
#value(node,place,depth){
this.#nodes+=1;
if(this.#nodes>MAX_NODES){
if(this.#nodes===MAX_NODES+1)this.#fail(node,`the file expands to too many values; use fewer values and aliases`);
return undefined}
if(depth>MAX_DEPTH)return this.#fail(node,TOO_DEEP);
if((0,dist.Vj)(node)){
const target=this.#anchors.get(node.source);
return target===undefined?this.#fail(node,`an alias refers to an unknown anchor`):this.#value(target,place,depth+1)}
if((0,dist.Ll)(node)&&`anchor`in node&&node.anchor!==undefined)this.#anchors.set(node.anchor,node);
if((0,dist.jn)(node))return scalar(node);
if((0,dist.oP)(node))return node.items.map((item,index)=>{
const line=this.#lineAt(item)??place.line;
return this.#value(item,inside(place,String(index),line),depth+1)});
if(!(0,dist.jh)(node))return null;
const object={};
for(const pair of node.items){
if(!(0,dist.jn)(pair.key)){
this.#fail(pair.key,`a key must be plain text`);
continue}
if(pair.key.anchor!==undefined)this.#anchors.set(pair.key.anchor,pair.key);
const name=pair.key.source??String(pair.key.value);
if(Object.hasOwn(object,name))this.#fail(pair.key,`the key "${name}" appears twice`);
const line=this.#lineAt(pair.key)??place.line;
Object.defineProperty(object,name,{value:this.#value(pair.value,inside(place,name,line),depth+1),enumerable:true,configurable:true,writable:true})}
return object}}
function inside(place,key,line){
const made={line,inner:new Map};
place.inner.set(key,made);
return made}
function messageOf({code,message}){
if(code===`MULTIPLE_DOCS`)return`a second document begins here: a mapping is one document, so remove the line ---`;
return code===`RESOURCE_EXHAUSTION`?TOO_DEEP:message}
function unreadable(line,message){
return{value:undefined,lineOf:()=>line,errors:[{line,message}]}}
function scalar(node){
const{value,source}=node;
if(typeof value===`number`||typeof value===`bigint`){
return source!==undefined&&String(value)!==source?source:Number(value)}
if(typeof value===`boolean`)return source!==undefined&&String(value)!==source?source:value;
return value}})};