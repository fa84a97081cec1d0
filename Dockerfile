# The verifier as a container: docker build -t cidaas-verifier . (docs/verifier.md)
#
# Only dist/ is in it, which has no dependencies. It runs as a user without rights and writes nothing: start it with --read-only.
# Pinned by its tag: put the digest of the image that you have checked behind it (docker buildx imagetools inspect node:24-slim).
FROM node:24-slim

COPY --chown=root:root dist /app/dist

# OpenSSL computes PBKDF2, scrypt and Argon2 in threads of libuv, of which there are four unless this is set.
ENV NODE_ENV=production UV_THREADPOOL_SIZE=16
USER 1000:1000
WORKDIR /app
EXPOSE 8443

# At the address of the metrics, which is on loopback and needs no token. With --metrics-port, set a check of your own.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "/app/dist/index.js", "verifier"]
CMD ["--host", "0.0.0.0"]
