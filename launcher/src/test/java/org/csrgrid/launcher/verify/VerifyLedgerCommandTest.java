package org.csrgrid.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.Matching;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.donation.DonationKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as an operator runs it, compared with a sandbox gateway that holds real payments. */
class VerifyLedgerCommandTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"(pay_[^\"]+)\"");

    private static VerifiedProduct product;
    private static HttpClient http;
    private static DonationKey paid;
    private static String payment;

    private record Run(int exitCode, String out, String err) {}

    @BeforeAll
    static void start() throws Exception {
        product = new VerifiedProduct();
        http = HttpClient.newHttpClient();
        Campaign campaign = product.campaign(Matching.OFF);
        Money amount = Money.of(2_500, "EUR");
        paid = product.pledge(campaign, 11, amount);
        payment = pay(paid.toString(), "25.00");
        product.settle(paid, succeeded(amount));
        product.flush();
        product.allowPlanting();
    }

    private static PaymentSnapshot succeeded(Money amount) {
        return new PaymentSnapshot(
                "sandbox",
                payment,
                paid.toString(),
                PaymentSnapshot.Status.SUCCEEDED,
                amount,
                null,
                null,
                List.of(),
                null);
    }

    @AfterAll
    static void stop() throws IOException {
        http.close();
        product.close();
    }

    @AfterEach
    void clean_up() {
        product.cleanUp();
    }

    /** Creates a payment of an amount that always succeeds and waits until it has. */
    private static String pay(String reference, String amount) throws Exception {
        String body = """
                {"reference":"%s","amount":"%s","currency":"EUR","method":"card","webhookUrl":"http://127.0.0.1:9/none"}
                """.formatted(reference, amount);
        var request = request("/payments")
                .header("Idempotency-Key", reference)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var matcher = ID.matcher(send(request));
        assertThat(matcher.find()).isTrue();
        String id = matcher.group(1);
        await().until(() -> send(request("/payments/" + id).GET()).contains("\"status\":\"succeeded\""));
        return id;
    }

    private static HttpRequest.Builder request(String path) {
        URI uri = product.gateway().uri().resolve(path);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + VerifiedProduct.API_KEY)
                .header("Content-Type", "application/json");
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Run run(Map<String, String> changes, String... more) {
        Map<String, String> settings = new HashMap<>(product.settings());
        settings.putAll(changes);
        List<String> arguments = new ArrayList<>(List.of(more));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return run(arguments.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new VerifyLedgerCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    @Test
    void a_clean_product_gives_a_table_of_ok_and_exit_code_0() {
        Run run = run(Map.of());
        assertThat(run.out()).contains("No drift found").doesNotContain("DRIFT", "SKIPPED");
        assertThat(run.out().lines().filter(line -> line.matches("I\\d+ .* OK.*")))
                .hasSize(11);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_payment_unknown_to_the_ledger_gives_exit_code_1_and_its_ids() {
        product.plant("DELETE FROM ledger WHERE kind = 'CAPTURED'");
        Run run = run(Map.of(), "--wait", "0s");
        assertThat(run.out())
                .contains(
                        "payment %s of donation %s, succeeded at the gateway: none (expected: a capture of 25.00 EUR in the ledger)"
                                .formatted(payment, paid));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void a_capture_unknown_to_the_gateway_is_found() {
        product.plant(
                "UPDATE ledger SET guard = 'captured:sandbox:pay_0', gateway_id = 'pay_0' WHERE kind = 'CAPTURED'");
        assertThat(run(Map.of(), "--wait", "0s").out())
                .contains("of donation %s captured: none named pay_0 (expected: a payment at the gateway)"
                        .formatted(paid));
    }

    @Test
    void a_capture_of_another_amount_than_the_payments_is_found() {
        product.plant("UPDATE ledger SET amount = 2501, campaign_amount = 2501");
        assertThat(run(Map.of(), "--wait", "0s").out())
                .contains("payment %s of donation %s amount in the ledger: 25.01 EUR (expected: 25.00 EUR)"
                        .formatted(payment, paid));
    }

    @Test
    void without_a_gateway_its_check_is_skipped() {
        Run run = run(Map.of(), "--no-gateway", "--wait", "0s");
        assertThat(run.out()).containsPattern("I6 .* SKIPPED  no gateway given");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_database_that_does_not_answer_gives_exit_code_2_and_one_line() {
        Run run = run(Map.of("database.url", "jdbc:mysql://127.0.0.1:9/csr"));
        assertThat(run.err()).hasLineCount(1).contains("the database does not answer at jdbc:mysql://127.0.0.1:9/csr");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void a_grid_that_does_not_answer_gives_exit_code_2_and_one_line() {
        Run run = run(Map.of("grid.join", "127.0.0.1:9", "grid.client-connect-timeout", "1s"));
        assertThat(run.err()).hasLineCount(1).contains("no member of the cluster");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void a_gateway_that_does_not_answer_gives_exit_code_2_and_one_line() {
        Run run = run(Map.of(), "--gateway", "http://127.0.0.1:9", "--wait", "0s");
        assertThat(run.err()).hasLineCount(1).contains("the gateway at http://127.0.0.1:9 does not answer");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void a_broken_acknowledgement_gives_exit_code_2_and_its_line(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("acknowledged"), paid + "\nnonsense\n");
        Run run = run(Map.of(), "--acknowledged", file.toString(), "--wait", "0s");
        assertThat(run.err()).hasLineCount(1).contains("line 2: \"nonsense\"");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void a_data_folder_nothing_runs_from_gives_exit_code_2_and_one_line(@TempDir Path folder) {
        Run run = run("--data", folder.toString());
        assertThat(run.err()).hasLineCount(1).contains("nothing runs from the data folder");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void an_unreadable_duration_gives_exit_code_2() {
        Run run = run("--wait", "soon");
        assertThat(run.err()).contains("--wait: soon (expected: a duration such as 30s)");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
