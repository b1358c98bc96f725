import "reflect-metadata";
import { Controller, Get, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import cookieParser from "cookie-parser";
import { readForm, readSignals, sendNoContent, sendPage, sendRedirect, stream } from "datastar-tsx/node";
import type { Request, Response } from "express";
import { Broken, createCounter, Page, step, visitor } from "./counter.js";

const counter = createCounter();

@Controller()
class CounterController {
  @Get("/")
  page(@Req() request: Request, @Res() response: Response) {
    return sendPage(response, <Page name={request.cookies["name"]} />);
  }

  @Get("/live")
  live(@Req() request: Request, @Res() response: Response) {
    response.cookie("seen", "yes");
    return stream(request, response, (sse) => counter.view.subscribe(sse));
  }

  @Post("/increase")
  async increase(@Req() request: Request, @Res() response: Response) {
    const { by } = await readSignals(request, step);
    counter.increase(by);
    sendNoContent(response);
  }

  @Post("/name")
  async name(@Req() request: Request, @Res() response: Response) {
    const { name } = await readForm(request, visitor);
    response.cookie("name", name);
    sendRedirect(response, "/");
  }

  @Get("/broken")
  broken(@Res() response: Response) {
    return sendPage(response, () => <Broken />, { onError: () => {} });
  }

  @Get("/break")
  break(@Req() request: Request, @Res() response: Response) {
    return stream(request, response, (sse) => sse.disconnect());
  }

  @Get("/watching")
  watching() {
    return String(counter.watching());
  }
}

@Module({ controllers: [CounterController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
app.use(cookieParser());
app.use((request: Request, response: Response, next: () => void) => {
  response.set("x-app", "counter");
  next();
});
await app.listen(Number(process.env["PORT"]), "127.0.0.1");
