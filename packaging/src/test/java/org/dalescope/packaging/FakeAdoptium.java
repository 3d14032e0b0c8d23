package org.dalescope.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Adoptium's API on this machine: one question about the newest JDK 25, one archive, a checksum that may be wrong. */
final class FakeAdoptium implements AutoCloseable {
    private final HttpServer server;
    final List<String> asked = new ArrayList<>();

    /** Hands out {@code archive} and announces {@code checksum} as its SHA-256. */
    FakeAdoptium(Path archive, String checksum) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // The shape of the real answer, with the installer of the same form before the archive.
        var answer = """
                [
                  {
                    "binary": {
                      "image_type": "jdk",
                      "installer": {
                        "checksum": "%2$s",
                        "link": "%1$s/wrong.pkg"
                      },
                      "package": {
                        "checksum": "%3$s",
                        "checksum_link": "%1$s/jdk.tar.gz.sha256.txt",
                        "link": "%1$s/jdk.tar.gz",
                        "metadata_link": "%1$s/jdk.tar.gz.json",
                        "name": "jdk.tar.gz"
                      },
                      "project": "jdk"
                    },
                    "vendor": "eclipse"
                  }
                ]
                """.formatted(url(), "0".repeat(64), checksum);
        server.createContext(
                "/assets/latest/25/hotspot", exchange -> send(exchange, answer.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/jdk.tar.gz", exchange -> send(exchange, Files.readAllBytes(archive)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private void send(HttpExchange exchange, byte[] body) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
