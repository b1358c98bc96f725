import type { RspackPluginInstance } from "@rspack/core";
import esbuild from "datastar-tsx/esbuild";
import rolldown from "datastar-tsx/rolldown";
import rollup from "datastar-tsx/rollup";
import Rspack from "datastar-tsx/rspack";
import vite from "datastar-tsx/vite";
import Webpack from "datastar-tsx/webpack";
// The plugins are what the tools take for plugins.
import type { Plugin as EsbuildPlugin } from "esbuild";
import type { Plugin as RolldownPlugin } from "rolldown";
import type { Plugin as RollupPlugin } from "rollup";
import type { Plugin as VitePlugin } from "vite";
import type { WebpackPluginInstance } from "webpack";

esbuild() satisfies EsbuildPlugin;
rolldown() satisfies RolldownPlugin;
rollup({ exclude: /client/ }) satisfies RollupPlugin;
new Rspack() satisfies RspackPluginInstance;
vite({ development: false }) satisfies VitePlugin;
new Webpack() satisfies WebpackPluginInstance;
