/// The end of every page.
enum FootTemplate {
    static let text = """
        <footer class="foot">
        <div class="inner">
        <p>{{adviceText}}</p>
        <p>{{generatedText}}</p>
        </div>
        </footer>
        </body>
        </html>

        """
}
