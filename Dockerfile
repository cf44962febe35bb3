# One image for the site and for the clock: `alliance serve` or `alliance jobs`.
ARG BASE=python:3.13-slim
FROM ${BASE}

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ALLIANCE_DATABASE_URL=sqlite:////data/alliance.db

WORKDIR /app

COPY requirements/base.txt requirements/base.txt
RUN pip install --no-cache-dir --require-hashes --requirement requirements/base.txt

COPY pyproject.toml README.md LICENSE ./
COPY persona_data persona_data
COPY alliance alliance
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && useradd --system --uid 10001 --no-create-home alliance \
    && install --directory --owner=alliance --mode=0700 /data

USER 10001
VOLUME /data
EXPOSE 8000

# /gezond answers 200 or 503 without signing in; anything but 200 raises, and so ends non-zero.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/gezond', timeout=4)"]

# ALLIANCE_SECRET_KEY, ALLIANCE_SITE_URL and ALLIANCE_SMTP_URL come from outside, never from here.
CMD ["alliance", "serve", "--host", "0.0.0.0", "--port", "8000"]
