using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "checks", worker = .checks)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "checks")],
);

const checks :Workerd.Worker = (
  modules = [(name = "workerd", esModule = embed "../installed/out/workerd.js")],
  compatibilityDate = "2026-11-01",
);
