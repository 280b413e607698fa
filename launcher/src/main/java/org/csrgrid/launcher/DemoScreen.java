package org.csrgrid.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.csrgrid.config.settings.DatabaseSettings;
import org.csrgrid.launcher.data.DemoSecrets;
import org.csrgrid.launcher.data.RunningProduct;
import org.csrgrid.launcher.seed.DemoCampaign;
import org.csrgrid.launcher.seed.DemoLogin;

/** The one screen a user sees when the demo is ready. */
final class DemoScreen {

    private final RunningProduct product;
    private final Path dataFolder;
    private final double seconds;
    private final String api;
    private final String password;

    DemoScreen(RunningProduct product, Path dataFolder, double seconds) {
        this.product = product;
        this.dataFolder = dataFolder;
        this.seconds = seconds;
        api = product.apis().getFirst();
        password = DemoSecrets.in(dataFolder).demoPassword().reveal();
    }

    void print(PrintWriter out) {
        out.printf(
                "%nCSR Grid is ready after %.1f s: %d member(s), %d API node(s)%n%n",
                seconds, product.join().size(), product.apis().size());
        product.apis().forEach(uri -> out.printf("  API       %s/api/v1%n", uri));
        out.printf("  Docs      %s/docs%n", api);
        out.printf("  Health    %s/observe/health/ready%n", api);
        out.printf(
                "  Gateway   %s  (amounts ending in .02 are declined, in .03 wait for a click)%n", product.gateway());
        out.printf("  Data      %s  (logs in logs/)%n%n", dataFolder);
        out.printf("  Log-ins, all with the password %s%n", password);
        for (DemoLogin login : DemoLogin.ALL) {
            out.printf("    %-24s %s%n", login.email(), login.can());
        }
        DatabaseSettings database = product.settings(dataFolder).database();
        DemoCampaign.find(database).ifPresent(campaign -> printFirstSteps(out, campaign));
        out.flush();
    }

    private void printFirstSteps(PrintWriter out, DemoCampaign campaign) {
        out.printf(
                "%n  Log in:%n%n%s%n",
                """
                TOKEN=$(curl -s %1$s/api/v1/auth/login -H 'Content-Type: application/json' \\
                  -d '{"email":"%2$s","password":"%3$s"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
                """.formatted(api, DemoLogin.ALL.getFirst().email(), password));
        out.printf(
                "  Donate to \"%s\" and see it confirmed:%n%n%s", campaign.title(), """
                DONATION=$(curl -s -o /dev/null -D - %1$s/api/v1/donations -H "Authorization: Bearer $TOKEN" \\
                  -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%%s)" \\
                  -d '{"campaignId":"%2$s","amount":{"amount":"25.00","currency":"EUR"},"method":"card"}' \\
                  | sed -n 's/^[Ll]ocation: *\\([^[:space:]]*\\).*/\\1/p'); sleep 1
                curl -s -H "Authorization: Bearer $TOKEN" "%1$s$DONATION"; echo
                """.formatted(api, campaign.id()));
    }
}
