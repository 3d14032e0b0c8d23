@REM Starts Dalescope on Windows; the work is done in packaging\launcher\dalescope.ps1.
@powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0packaging\launcher\dalescope.ps1" %*
@EXIT /B %ERRORLEVEL%
