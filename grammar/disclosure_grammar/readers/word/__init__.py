"""Word documents (.docx): the package, its XML, automatic numbers, and the walk that makes a text of them."""
