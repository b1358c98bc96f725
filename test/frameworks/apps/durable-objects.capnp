using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "counter", worker = .counter)],
  sockets = [(name = "http", http = (), service = "counter")],
);

const counter :Workerd.Worker = (
  modules = [(name = "durable-objects", esModule = embed "../out/durable-objects.js")],
  compatibilityDate = "2026-11-01",
  durableObjectNamespaces = [(className = "Counter", uniqueKey = "counter")],
  durableObjectStorage = (inMemory = void),
  bindings = [(name = "COUNTER", durableObjectNamespace = "Counter")],
);
