# Two stages: what builds, and what runs. The process runs as a user without rights; all but its home may be read-only:
#   docker run --read-only --tmpfs /tmp -v daybook:/var/lib/daybook --env-file daybook.env -p 127.0.0.1:3978:3978 daybook
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm ci --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/bin bin
COPY --from=build /app/data data
COPY --from=build /app/dist dist
RUN mkdir -p /var/lib/daybook && chown node:node /var/lib/daybook && chmod 700 /var/lib/daybook
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DAYBOOK_HOME=/var/lib/daybook
USER node
VOLUME /var/lib/daybook
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "bin/daybook.mjs", "start", "--no-playground"]
