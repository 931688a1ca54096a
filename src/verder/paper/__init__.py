"""One source, several forms: PDF, OpenDocument and iCalendar. No tables, no database, no Django.

`document` describes what is written, apart from any form; `markdown` makes blocks of a text that somebody typed.
`printing.pdf` and `opendocument.odf` give a document its form, `binding.bind` makes one pack of documents and papers,
`calendars` writes invitations and feeds. Everything is a function from values to bytes.
"""
