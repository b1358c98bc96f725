import{w as o}from"./chunk-OB3PAWPO-BkmyJZIp.js";const r=o(function(){return null});export{r as default};
