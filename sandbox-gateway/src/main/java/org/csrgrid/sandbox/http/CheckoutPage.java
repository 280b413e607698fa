package org.csrgrid.sandbox.http;

import org.csrgrid.sandbox.payment.Payment;
import org.csrgrid.sandbox.payment.PaymentStatus;

/** The checkout page as HTML, whole in itself. */
@SuppressWarnings("InlineFormatString") // The page reads better in one piece.
final class CheckoutPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sandbox checkout</title>
            <style>
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef1f5;
                   color: #1c2733; font: 16px/1.5 system-ui, sans-serif; }
            main { background: #fff; padding: 2rem; border-radius: 12px; width: min(20rem, 80vw);
                   box-shadow: 0 4px 24px #1c273322; }
            h1 { margin: 0; font-size: 1rem; font-weight: 600; }
            .amount { margin: 1rem 0 0; font-size: 2rem; font-weight: 700; }
            .reference { margin: 0 0 1.5rem; color: #5a6878; overflow-wrap: anywhere; }
            button { width: 100%%; padding: .75rem; margin-top: .5rem; border: 1px solid #1f6f4a; border-radius: 8px;
                     font: inherit; font-weight: 600; cursor: pointer; background: #1f6f4a; color: #fff; }
            .decline button { background: #fff; color: #1c2733; border-color: #b6c0cc; }
            </style>
            </head>
            <body>
            <main>
            <h1>Sandbox checkout</h1>
            <p class="amount">%s</p>
            <p class="reference">%s</p>
            %s
            </main>
            </body>
            </html>
            """;
    private static final String BUTTONS = """
            <form method="post" action="/checkout/%1$s/approve"><button>Pay</button></form>
            <form method="post" action="/checkout/%1$s/decline" class="decline"><button>Decline</button></form>""";

    private CheckoutPage() {}

    static String of(Payment payment) {
        String amount =
                payment.amount().toDecimal() + ' ' + payment.amount().currency().getCurrencyCode();
        return PAGE.formatted(amount, escaped(payment.request().reference()), state(payment));
    }

    private static String state(Payment payment) {
        return payment.status() == PaymentStatus.REQUIRES_ACTION
                ? BUTTONS.formatted(payment.id())
                : "<p role=\"status\">" + closingWords(payment.status()) + "</p>";
    }

    private static String closingWords(PaymentStatus status) {
        return switch (status) {
            case REQUIRES_ACTION, PROCESSING -> "The payment is being processed.";
            case SUCCEEDED -> "The payment has succeeded. You may close this page.";
            case FAILED -> "The payment has failed.";
            case CANCELLED -> "The payment was cancelled.";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
